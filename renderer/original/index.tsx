/** The original's own page beside the text: it turns with the paragraph, zooms, and pages by hand. */
import { ChevronLeft, ChevronRight, MoveHorizontal, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { IconButton } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { Unlock } from '../unlock/Unlock.tsx';
import { clampPage, nextZoom, withPage } from './live-pages.ts';
import { PageCanvas } from './PageCanvas.tsx';
import { useOriginal } from './use-original.ts';
import './original.css';

interface OriginalPageProps {
  readonly documentId: string;
  /** The file's name. */
  readonly name: string;
  /** SHA-256 of the original, hex. */
  readonly hash: string;
  /** One-based page of the paragraph in focus; the view turns to it when it changes. */
  readonly page: number;
  readonly onClose?: () => void;
}

/** Room left and right of a page that fits the width, in CSS pixels. */
const ROOM = 32;

export function OriginalPage({ documentId, name, hash, page: asked, onClose }: OriginalPageProps) {
  const t = useText('reader');
  const password = useText('password');
  const format = useFormats();
  const { state, pdf } = useOriginal(hash);
  const pages = pdf?.numPages ?? 1;
  const view = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [factor, setFactor] = useState(1);
  // The page turned to by hand holds until the reader moves to a paragraph of another page.
  const [turned, setTurned] = useState<{ asked: number; page: number }>({ asked, page: asked });
  const page = clampPage(turned.asked === asked ? turned.page : asked, pages);
  const [live, setLive] = useState<readonly number[]>([]);
  if (pdf !== null && live[0] !== page) setLive(withPage(live, page));

  useEffect(() => {
    const element = view.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(120, entry.contentRect.width - ROOM));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (view.current !== null) view.current.scrollTop = 0;
  }, [page]);

  const turn = (by: 1 | -1): void => setTurned({ asked, page: clampPage(page + by, pages) });
  const onZoom = useCallback((value: number) => setFactor(value), []);
  return (
    <section className="original" aria-label={t('original.label')}>
      <div className="original-bar" role="toolbar" aria-label={t('original.label')}>
        <IconButton label={t('original.previous')} isDisabled={page <= 1} onPress={() => turn(-1)}>
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <span className="tabular" role="status">
          {pdf !== null &&
            t('original.page', { page: format.number(page), pages: format.number(pages) })}
        </span>
        <IconButton label={t('original.next')} isDisabled={page >= pages} onPress={() => turn(1)}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <span className="gap" />
        <IconButton label={t('original.zoomOut')} onPress={() => setZoom(nextZoom(factor, -1))}>
          <ZoomOut aria-hidden="true" />
        </IconButton>
        <IconButton label={t('original.zoomIn')} onPress={() => setZoom(nextZoom(factor, 1))}>
          <ZoomIn aria-hidden="true" />
        </IconButton>
        <IconButton
          label={t('original.fit')}
          aria-pressed={zoom === 'fit'}
          onPress={() => setZoom('fit')}
        >
          <MoveHorizontal aria-hidden="true" />
        </IconButton>
        {onClose !== undefined && (
          <IconButton label={t('original.close')} onPress={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <div
        className="original-view"
        ref={view}
        tabIndex={0}
        role="region"
        aria-label={t('original.label')}
      >
        {state === 'locked' && (
          <div className="original-said">
            <p>{password('said.original')}</p>
            <Unlock what={{ type: 'document', id: documentId }} name={name} />
          </div>
        )}
        {state === 'failed' && <p className="original-said">{t('original.failed')}</p>}
        {state === 'loading' && <p className="original-said">{t('original.loading')}</p>}
        {pdf !== null &&
          width > 0 &&
          live.map((number) => (
            <PageCanvas
              key={number}
              pdf={pdf}
              page={number}
              width={width}
              zoom={zoom}
              hidden={number !== page}
              label={t('original.image', { page: number })}
              onZoom={onZoom}
            />
          ))}
      </div>
    </section>
  );
}
