/** What a report says of a document's extraction, counted on the text as it stands now. */
import type { DocumentView } from '../../electron/contract/views.ts';
import type { Block } from '../../electron/core/document.ts';
import { isParagraph } from '../../electron/core/document.ts';
import { missingNumbers } from '../../electron/core/gaps.ts';

export interface Facts {
  readonly paragraphs: number;
  readonly headings: number;
  readonly footnotes: number;
  readonly numbers: number;
  readonly gaps: readonly string[];
  /** What is in no paragraph, in order. */
  readonly aside: readonly Block[];
}

export function factsOf({ blocks }: Pick<DocumentView, 'blocks'>): Facts {
  const read = blocks.filter(({ kind }) => kind !== 'furniture');
  const of = (kind: Block['kind']) => read.filter((block) => block.kind === kind).length;
  return {
    paragraphs: read.filter(({ kind }) => isParagraph(kind)).length,
    headings: of('heading'),
    footnotes: of('footnote'),
    numbers: read.filter(({ number }) => number !== null).length,
    gaps: missingNumbers(read.filter(({ kind }) => kind !== 'footnote')),
    aside: blocks.filter(({ kind }) => kind === 'furniture'),
  };
}
