/** The running text of one stretch: headings, paragraphs, tables, and footnotes set apart. */
import type { Block } from '../../electron/core/document.ts';
import type { ReferenceLanguage } from '../../electron/core/reference-numbers.ts';
import { useText } from '../i18n/index.ts';
import type { Footnote, ShownCall, Stretch } from './layout.ts';
import { Marked } from './Marked.tsx';
import { directionOf, langOf } from './language.ts';
import { Row } from './Row.tsx';
import { NO_FACTS } from './row-facts.ts';
import type { RowFacts } from './row-facts.ts';
import { typeset } from './typography.ts';

interface TextProps {
  readonly stretch: Stretch;
  readonly facts: ReadonlyMap<string, RowFacts>;
  /** Marks of footnotes by the block they stand in. */
  readonly calls: ReadonlyMap<string, readonly ShownCall[]>;
  readonly numbers: ReferenceLanguage;
}

const NO_CALLS: readonly ShownCall[] = [];

export function Text({ stretch, facts, calls, numbers }: TextProps) {
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
          const { block, depth } = piece;
          const own = calls.get(block.id) ?? NO_CALLS;
          return <Title key={block.id} block={block} depth={depth} calls={own} />;
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
function Title({
  block,
  depth,
  calls,
}: {
  readonly block: Block;
  readonly depth: number;
  readonly calls: readonly ShownCall[];
}) {
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
      <Marked text={typeset(block.text, block.language)} calls={calls} />
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
