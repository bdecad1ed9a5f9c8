/** Annotations in the order of the text or of time, and which of them a filter keeps. Pure. */
import type {
  AnnotationKind,
  FollowUpStatus,
  HighlightColour,
} from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { placesOf } from '../reader/marks.ts';

export const PERIODS = ['today', 'week', 'month', 'older'] as const;
/** When a note was last changed: today, in the last 7 or 30 days, or before these. */
export type Period = (typeof PERIODS)[number];

/** Null fields, and no words, keep everything. */
export interface NoteFilter {
  readonly kind: AnnotationKind | null;
  readonly colour: HighlightColour | null;
  readonly tagId: string | null;
  /** Of follow-ups. */
  readonly status: FollowUpStatus | null;
  readonly author: string | null;
  readonly period: Period | null;
  /** As typed: each word has to stand in the note or in what it is on. */
  readonly words: string;
}

export const NO_FILTER: NoteFilter = {
  kind: null,
  colour: null,
  tagId: null,
  status: null,
  author: null,
  period: null,
  words: '',
};

export interface OrderedNotes {
  /** Those with a place in the text, in text order; at the same place the older first. */
  readonly placed: readonly AnnotationView[];
  /** Those with a target whose place is in doubt, older first. */
  readonly orphaned: readonly AnnotationView[];
}

/** @param ordinals place of each paragraph in its document, by paragraph id. */
export function inTextOrder(
  annotations: readonly AnnotationView[],
  ordinals: ReadonlyMap<string, number>,
): OrderedNotes {
  const keyed = annotations.map((annotation) => ({ annotation, key: keyOf(annotation, ordinals) }));
  keyed.sort(
    (a, b) =>
      a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.annotation.created - b.annotation.created,
  );
  const sorted = keyed.map(({ annotation }) => annotation);
  return {
    placed: sorted.filter(({ state }) => state !== 'orphaned'),
    orphaned: sorted.filter(({ state }) => state === 'orphaned'),
  };
}

/**
 * True when the filter keeps the annotation.
 * @param now UTC milliseconds: periods count back from there.
 */
export function keeps(filter: NoteFilter, annotation: AnnotationView, now: number): boolean {
  return (
    (filter.kind === null || annotation.kind === filter.kind) &&
    (filter.colour === null || annotation.colour === filter.colour) &&
    (filter.tagId === null || annotation.tags.includes(filter.tagId)) &&
    (filter.status === null || annotation.status === filter.status) &&
    (filter.author === null || authorOf(annotation) === filter.author) &&
    (filter.period === null || falls(annotation.modified, filter.period, now)) &&
    (filter.words.trim() === '' || holds(annotation, filter.words))
  );
}

/** How many of its parts narrow the list. */
export function activeParts({ words, ...parts }: NoteFilter): number {
  const chosen = Object.values(parts).filter((part) => part !== null).length;
  return chosen + (words.trim() === '' ? 0 : 1);
}

/** Who wrote it; '' when nobody is named. */
export function authorOf({ author, fileAuthor }: AnnotationView): string {
  return fileAuthor ?? author;
}

/** The newest change first. */
export function byTime(annotations: readonly AnnotationView[]): readonly AnnotationView[] {
  return [...annotations].sort((a, b) => b.modified - a.modified);
}

const DAY = 86_400_000;

function falls(time: number, period: Period, now: number): boolean {
  if (period === 'today') return new Date(time).toDateString() === new Date(now).toDateString();
  const age = now - time;
  if (period === 'older') return age > 30 * DAY;
  return age <= (period === 'week' ? 7 : 30) * DAY;
}

function holds({ body, found, targets }: AnnotationView, words: string): boolean {
  const text = plain([body, found ?? '', ...targets.map(({ exact }) => exact)].join(' '));
  return plain(words)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Without case, accents or the kind of apostrophe. */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/gu, "'").toLowerCase().trim();
}

function keyOf(
  annotation: AnnotationView,
  ordinals: ReadonlyMap<string, number>,
): readonly [number, number] {
  let key: readonly [number, number] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { paragraphId, start } of placesOf(annotation)) {
    const ordinal = ordinals.get(paragraphId) ?? Number.MAX_SAFE_INTEGER;
    if (ordinal < key[0] || (ordinal === key[0] && start < key[1])) key = [ordinal, start];
  }
  return key;
}
