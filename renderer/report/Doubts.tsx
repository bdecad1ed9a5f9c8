/**
 * The doubts of an extraction: each with its words, the way to its place, the correction that would
 * put it right, and the word that it is right as it stands.
 */
import { useMemo, useState } from 'react';
import type { DocumentView } from '../../electron/contract/views.ts';
import type { Block } from '../../electron/core/document.ts';
import { asksForReview, doubtsOf } from '../../electron/core/doubts.ts';
import type { Doubt } from '../../electron/core/doubts.ts';
import { openDocument } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { useCorrecting } from './correct.ts';
import { NumberDialog } from './NumberDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

interface DoubtsProps {
  readonly document: DocumentView;
  readonly writable: boolean;
}

/** Lines shown at first, and more each time they are asked for. */
const STEP = 40;
/** Letters of a paragraph that are shown. */
const QUOTED = 140;

type Mending = 'join' | 'split' | 'number' | 'drop';
const MENDING: Readonly<Partial<Record<Doubt['kind'], Mending>>> = {
  'mid-sentence': 'join',
  'page-join': 'split',
  columns: 'split',
  order: 'number',
  broken: 'drop',
};

export function Doubts({ document: { summary, blocks, report }, writable }: DoubtsProps) {
  const t = useText('report');
  const documentId = summary.id;
  const correcting = useCorrecting(documentId);
  const { data: corrections = [] } = useArchive('corrections.list', { documentId });
  const [limit, setLimit] = useState(STEP);
  const [asked, setAsked] = useState<{ what: 'split' | 'number'; block: Block } | null>(null);
  const doubts = useMemo(() => {
    const accepted = corrections.filter(({ kind }) => kind === 'accept');
    const settled = new Set(accepted.flatMap(({ paragraphId }) => paragraphId ?? []));
    const all = doubtsOf(blocks, report, settled);
    return [...all.filter(asksForReview), ...all.filter((doubt) => !asksForReview(doubt))];
  }, [blocks, report, corrections]);
  const format = useFormats();
  const left = doubts.length - limit;

  const mend = (mending: Mending, block: Block): void => {
    if (mending === 'split' || mending === 'number') setAsked({ what: mending, block });
    else void correcting.apply({ kind: mending, paragraphId: block.id });
  };

  return (
    <section className="report-part" aria-label={t('doubts.title')}>
      <h2>{t('doubts.title')}</h2>
      <p className="report-hint">{t(doubts.length === 0 ? 'doubts.none' : 'doubts.hint')}</p>
      <ul className="report-list">
        {doubts.slice(0, limit).map((doubt) => (
          <Line
            key={`${doubt.kind} ${doubt.blockId ?? ''}`}
            doubt={doubt}
            block={blocks.find(({ id }) => id === doubt.blockId) ?? null}
            writable={writable}
            onShow={(paragraphId) => openDocument(documentId, { paragraphId })}
            onMend={mend}
            onAccept={(block) => void correcting.apply({ kind: 'accept', paragraphId: block.id })}
          />
        ))}
      </ul>
      {left > 0 && (
        <Button className="report-more" onPress={() => setLimit(limit + STEP * 5)}>
          {t('aside.more', { count: left, shown: format.number(left) })}
        </Button>
      )}
      {asked?.what === 'split' && (
        <SplitDialog
          block={asked.block}
          at={null}
          onClose={() => setAsked(null)}
          onSplit={(at) =>
            void correcting.apply({ kind: 'split', paragraphId: asked.block.id, at })
          }
        />
      )}
      {asked?.what === 'number' && (
        <NumberDialog
          block={asked.block}
          onClose={() => setAsked(null)}
          onNumber={(number) =>
            void correcting.apply({ kind: 'number', paragraphId: asked.block.id, number })
          }
        />
      )}
    </section>
  );
}

interface LineProps {
  readonly doubt: Doubt;
  readonly block: Block | null;
  readonly writable: boolean;
  readonly onShow: (paragraphId: string) => void;
  readonly onMend: (mending: Mending, block: Block) => void;
  readonly onAccept: (block: Block) => void;
}

function Line({ doubt, block, writable, onShow, onMend, onAccept }: LineProps) {
  const t = useText('report');
  const format = useFormats();
  const what = t(`doubts.${doubt.kind}`, { detail: doubt.detail });
  const mending = MENDING[doubt.kind];
  const act = mending === 'split' ? t('split.title') : t(`menu.${mending ?? 'drop'}`);
  const quote = block === null ? '' : opening(block.text);
  return (
    <li className={asksForReview(doubt) ? 'report-line grave' : 'report-line'}>
      <span className="report-where tabular">
        {block === null || block.page === null
          ? ''
          : t('page', { page: format.number(block.page) })}
      </span>
      <div>
        <p className="report-did">{what}</p>
        {block !== null && (
          <p
            className="report-quote"
            lang={langOf(block.language)}
            dir={directionOf(block.language)}
          >
            {typeset(quote, block.language)}
          </p>
        )}
      </div>
      {block !== null && (
        <div className="report-acts">
          <Button
            variant="quiet"
            aria-label={`${t('corrections.show')}, ${quote}`}
            onPress={() => onShow(block.id)}
          >
            {t('corrections.show')}
          </Button>
          {mending !== undefined && (
            <Button
              isDisabled={!writable}
              aria-label={`${act}, ${quote}`}
              onPress={() => onMend(mending, block)}
            >
              {act}
            </Button>
          )}
          {asksForReview(doubt) && (
            <Button
              variant="quiet"
              isDisabled={!writable}
              aria-label={`${t('doubts.accept')}, ${quote}`}
              onPress={() => onAccept(block)}
            >
              {t('doubts.accept')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function opening(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED).trimEnd()}…` : text;
}
