/** From all passages of a tag to those shown: filtered, in order, in groups, and counted by unit. Pure. */
import type { DocumentSummary, TaggedPassage } from '../../electron/contract/views.ts';
import { FACETS } from './passage-choices.ts';
import type { Facet, PassageChoices, PassageSort } from './passage-choices.ts';

type Documents = ReadonlyMap<string, DocumentSummary>;

export interface FacetValues {
  readonly facet: Facet;
  /** What there is to choose, '' for documents that have none; two at least. */
  readonly values: readonly string[];
}

export interface Shown {
  readonly key: string;
  readonly passage: TaggedPassage;
}

/** Passages one after the other that share a title. */
export interface PassageGroup {
  readonly id: string;
  /** Id of the document or, in order of tags, of the tag. */
  readonly of: string;
  readonly items: readonly Shown[];
}

export interface Counts {
  readonly passages: number;
  readonly paragraphs: number;
  readonly documents: number;
  /** Documents among these that carry the tag as a whole. */
  readonly wholes: number;
}

const ORDER = new Intl.Collator(['fr', 'en'], { numeric: true, sensitivity: 'base' });

/** Key of a passage in its list: the annotation's, or the document's. */
export function keyOf({ annotationId, documentId }: TaggedPassage): string {
  return annotationId ?? documentId;
}

/** A document's value of a facet; '' where it has none. */
export function valueOf(document: DocumentSummary | undefined, facet: Facet): string {
  if (document === undefined) return '';
  if (facet === 'document') return document.id;
  if (facet === 'year') return document.date.slice(0, 4);
  if (facet === 'body' || facet === 'language' || facet === 'kind') return document[facet];
  return document.own[facet.slice('own:'.length)] ?? '';
}

/** What the passages' documents differ in, and what is filtered by already. */
export function facetsOf(
  passages: readonly TaggedPassage[],
  documents: Documents,
  filter: PassageChoices['filter'],
): FacetValues[] {
  const meant = [...new Set(passages.map(({ documentId }) => documentId))].map((id) =>
    documents.get(id),
  );
  const own = new Set(meant.flatMap((one) => Object.keys(one?.own ?? {})));
  const facets: Facet[] = [
    ...FACETS,
    ...[...own].sort(ORDER.compare).map((name) => `own:${name}` as const),
  ];
  return facets.flatMap((facet) => {
    const values = [...new Set(meant.map((one) => valueOf(one, facet)))];
    const wanted = filter[facet];
    if (wanted !== undefined && !values.includes(wanted)) values.push(wanted);
    if (values.length < 2 && wanted === undefined) return [];
    const inOrder = values.sort(
      (a, b) => Number(a === '') - Number(b === '') || ORDER.compare(a, b),
    );
    return [{ facet, values: facet === 'year' ? newestFirst(inOrder) : inOrder }];
  });
}

/** The passages that the filter lets through. */
export function filtered(
  passages: readonly TaggedPassage[],
  documents: Documents,
  filter: PassageChoices['filter'],
): TaggedPassage[] {
  const wanted = Object.entries(filter) as [Facet, string][];
  return passages.filter(({ documentId }) =>
    wanted.every(([facet, value]) => valueOf(documents.get(documentId), facet) === value),
  );
}

/** Passages in order and in groups. @param tagName full name of a tag, for the order of tags. */
export function grouped(
  passages: readonly TaggedPassage[],
  documents: Documents,
  sort: PassageSort,
  tagName: (id: string) => string,
): PassageGroup[] {
  const date = ({ documentId }: TaggedPassage): string => documents.get(documentId)?.date ?? '';
  const inText = (a: TaggedPassage, b: TaggedPassage): number =>
    ORDER.compare(a.documentTitle, b.documentTitle) ||
    ORDER.compare(a.documentId, b.documentId) ||
    byNumber(a.place, b.place);
  const undatedLast = (a: TaggedPassage, b: TaggedPassage): number =>
    Number(date(a) === '') - Number(date(b) === '');
  const first = ({ tagIds }: TaggedPassage): string => tagIds[0] ?? '';
  const orders: Record<PassageSort, (a: TaggedPassage, b: TaggedPassage) => number> = {
    document: inText,
    newest: (a, b) => undatedLast(a, b) || ORDER.compare(date(b), date(a)) || inText(a, b),
    oldest: (a, b) => undatedLast(a, b) || ORDER.compare(date(a), date(b)) || inText(a, b),
    modified: (a, b) => b.modified - a.modified || inText(a, b),
    tag: (a, b) => ORDER.compare(tagName(first(a)), tagName(first(b))) || inText(a, b),
  };
  const groups: { id: string; of: string; items: Shown[] }[] = [];
  for (const passage of passages.toSorted(orders[sort])) {
    const of = sort === 'tag' ? first(passage) : passage.documentId;
    const last = groups.at(-1);
    const item = { key: keyOf(passage), passage };
    if (last?.of === of) last.items.push(item);
    else groups.push({ id: `${groups.length}-${of}`, of, items: [item] });
  }
  return groups;
}

/** The first so many passages of the groups. */
export function upTo(groups: readonly PassageGroup[], limit: number): PassageGroup[] {
  const shown: PassageGroup[] = [];
  let left = limit;
  for (const group of groups) {
    if (left <= 0) break;
    shown.push(left < group.items.length ? { ...group, items: group.items.slice(0, left) } : group);
    left -= group.items.length;
  }
  return shown;
}

export function countsOf(passages: readonly TaggedPassage[]): Counts {
  const wholes = passages.filter(({ annotationId }) => annotationId === null);
  const paragraphs = passages.flatMap(({ documentId, stretches }) =>
    stretches.flatMap(({ paragraphId }) =>
      paragraphId === null ? [] : `${documentId} ${paragraphId}`,
    ),
  );
  return {
    passages: passages.length - wholes.length,
    paragraphs: new Set(paragraphs).size,
    documents: new Set(passages.map(({ documentId }) => documentId)).size,
    wholes: wholes.length,
  };
}

/** Infinity is no less than itself. */
function byNumber(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Years from the newest; the unknown one stays last. */
function newestFirst(years: readonly string[]): string[] {
  const known = years.filter((year) => year !== '');
  return [...known.reverse(), ...(known.length < years.length ? [''] : [])];
}
