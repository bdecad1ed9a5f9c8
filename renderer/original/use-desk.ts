/** Opens an original onto the desk while it is shown, and clears the desk afterwards. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block } from '../../electron/core/document.ts';
import type { OriginalPlace } from '../../electron/contract/views.ts';
import { useText } from '../i18n/index.ts';
import { usePasswords } from '../unlock/known.ts';
import { Desk } from './desk.ts';
import { isLocked, openOriginal } from './pdf.ts';
import { PageView } from './viewer.ts';
import type { ViewState } from './viewer.ts';

interface DeskInput {
  readonly container: RefObject<HTMLDivElement | null>;
  /** SHA-256 of the original, hex. */
  readonly hash: string;
  readonly blocks: readonly Block[];
  /** Size and turn to begin with, or null: the width of the view. */
  readonly place: OriginalPlace | null;
}

interface OpenDesk {
  readonly status: 'loading' | 'open' | 'locked' | 'failed';
  readonly desk: Desk | null;
  readonly view: PageView | null;
  readonly state: ViewState | null;
}

interface Opened {
  readonly view: PageView;
  readonly pdf: PDFDocumentProxy;
}

/** What a turn of the wheel by one notch enlarges by. */
const NOTCH = 1.1;

export function useDesk({ container, hash, blocks, place }: DeskInput): OpenDesk {
  const t = useText('reader');
  const password = usePasswords(({ known }) => known[hash]);
  const [failed, setFailed] = useState<{ hash: string; as: 'locked' | 'failed' } | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [state, setState] = useState<ViewState | null>(null);
  const desk = useMemo(
    () => (opened === null ? null : new Desk(opened.view, opened.pdf, blocks)),
    [blocks, opened],
  );
  const latest = useRef<Desk | null>(null);
  const [begin] = useState(place);
  const name = useRef(t);
  useEffect(() => {
    name.current = t;
  });

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let left = false;
    const view = new PageView(element, (event, page) => {
      if (left) return;
      if (event === 'changed') {
        setState(view.state);
        latest.current?.keepSheets();
      }
      if (event === 'drawn') {
        view.element(page)?.setAttribute('aria-label', name.current('original.image', { page }));
        void latest.current?.pageDrawn(page);
      }
    });
    const task = openOriginal(hash, password);
    task.promise
      .then(async (pdf) => {
        if (left) return;
        await view.open(pdf, zoomOf(begin?.zoom), begin?.rotation ?? 0);
        if (left) return;
        setFailed(null);
        setOpened({ view, pdf });
      })
      .catch((error: unknown) => {
        if (!left) setFailed({ hash, as: isLocked(error) ? 'locked' : 'failed' });
      });
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      view.zoomAt(event.deltaY < 0 ? NOTCH : 1 / NOTCH, event.clientX, event.clientY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      left = true;
      element.removeEventListener('wheel', wheel);
      setOpened(null);
      setState(null);
      view.close();
      void task.destroy();
    };
  }, [begin, container, hash, password]);

  useEffect(() => {
    latest.current = desk;
    if (desk === null) return;
    // Pages drawn before the paragraphs were there, or before they were corrected.
    for (const page of desk.view.visible()) void desk.pageDrawn(page);
    return () => {
      latest.current = null;
      desk.clear();
    };
  }, [desk]);

  const status = failed?.hash === hash ? failed.as : opened === null ? 'loading' : 'open';
  return { status, desk, view: opened?.view ?? null, state };
}

function zoomOf(kept: string | undefined): 'page-width' | 'page-fit' | number {
  if (kept === undefined || kept === 'page-width' || kept === 'page-fit') {
    return kept ?? 'page-width';
  }
  const factor = Number(kept);
  return Number.isFinite(factor) && factor > 0 ? factor : 'page-width';
}
