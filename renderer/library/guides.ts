/** The guides among the documents: those in the reader's language, in the order of their files. */
import type { DocumentSummary } from '../../electron/contract/views.ts';

/** All guides in the order to read them: those in the reader's language first. */
export function guidesInOrder(
  guides: readonly DocumentSummary[],
  language: string,
): readonly DocumentSummary[] {
  const rank = (guide: DocumentSummary) =>
    `${guide.language === language ? 0 : 1}${guide.language}${guide.originalName}`;
  return [...guides].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Guides in a language; where there are none in it, all of them. */
export function guidesIn(
  documents: readonly DocumentSummary[],
  language: string,
): readonly DocumentSummary[] {
  const guides = documents
    .filter(({ collection }) => collection === 'guides')
    .sort((a, b) => (a.originalName < b.originalName ? -1 : 1));
  const own = guides.filter((guide) => guide.language === language);
  return own.length > 0 ? own : guides;
}

/** The guide whose file bears a number ('01'); of two, the last (a final text follows its draft). */
export function guideIn(
  guides: readonly DocumentSummary[],
  number: string,
): DocumentSummary | undefined {
  return guides.findLast(({ originalName }) => originalName.startsWith(number));
}
