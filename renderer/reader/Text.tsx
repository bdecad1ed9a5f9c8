/** The running text of one stretch: headings, paragraphs, tables, and footnotes set apart. */
import { useMemo } from 'react';
import type { Block } from '../../electron/core/document.ts';
import type { ReferenceLanguage } from '../../electron/core/reference-numbers.ts';
import { useText } from '../i18n/index.ts';
import type { Footnote, Stretch } from './layout.ts';
import { directionOf, langOf, Row } from './Row.tsx';
import { NO_FACTS } from './row-facts.ts';
import type { RowFacts } from './row-facts.ts';
import { typeset } from './typography.ts';

interface TextProps {
  readonly stretch: Stretch;
  readonly facts: ReadonlyMap<string, RowFacts>;
  readonly numbers: ReferenceLanguage;
}

type Calls = readonly { readonly mark: string; readonly id: string }[];
const NO_CALLS: Calls = [];

export function Text({ stretch, facts, numbers }: TextProps) {
  const calls = useMemo(() => callsOf(stretch.footnotes), [stretch]);
  const row = (block: Block) => (
    <Row
      key={block.id}
      block={block}
      facts={facts.get(block.id) ?? NO_FACTS}
      calls={calls.get(block.id) ?? NO_CALLS}
      numbers={numbers}
    />
  );
  return (
    <>
      {stretch.pieces.map((piece) => {
        if (piece.type === 'heading') {
          return <Title key={piece.block.id} block={piece.block} depth={piece.depth} />;
        }
        if (piece.type === 'paragraph') return row(piece.block);
        return (
          <div key={piece.rows[0]?.id} className="table-rows">
            {piece.rows.map(row)}
          </div>
        );
      })}
      {stretch.footnotes.length > 0 && <Footnotes footnotes={stretch.footnotes} />}
    </>
  );
}

/** The document's title is the page's h1, so its own headings begin at h2. */
function Title({ block, depth }: { readonly block: Block; readonly depth: number }) {
  const level = Math.min(depth, 5);
  const Tag = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[level - 1] ?? 'h2';
  return (
    <Tag
      className="heading"
      data-heading={block.id}
      data-level={level}
      lang={langOf(block.language)}
      dir={directionOf(block.language)}
      tabIndex={-1}
    >
      {block.marker !== null && block.marker !== '' && `${block.marker} `}
      {typeset(block.text, block.language)}
    </Tag>
  );
}

function Footnotes({ footnotes }: { readonly footnotes: readonly Footnote[] }) {
  const t = useText('reader');
  return (
    <section className="footnotes" aria-label={t('footnote.title')}>
      <h2>{t('footnote.title')}</h2>
      {footnotes.map(({ block, callerId }) => (
        <div key={block.id} id={`f-${block.id}`} className="footnote" tabIndex={-1}>
          {callerId === null ? (
            <span className="footnote-mark">{bare(block.marker)}</span>
          ) : (
            <a
              className="footnote-mark"
              href={`#t-${callerId}`}
              data-goto={callerId}
              aria-label={t('footnote.back', { mark: bare(block.marker) })}
            >
              {bare(block.marker)}
            </a>
          )}
          <p lang={langOf(block.language)} dir={directionOf(block.language)}>
            {typeset(block.text, block.language)}
          </p>
        </div>
      ))}
    </section>
  );
}

function bare(marker: string | null): string {
  return marker?.replace(/[.)\s]+$/u, '') ?? '';
}

function callsOf(footnotes: readonly Footnote[]): ReadonlyMap<string, Calls> {
  const calls = new Map<string, { mark: string; id: string }[]>();
  for (const { block, callerId } of footnotes) {
    if (callerId === null) continue;
    const list = calls.get(callerId) ?? [];
    list.push({ mark: bare(block.marker), id: block.id });
    calls.set(callerId, list);
  }
  return calls;
}
