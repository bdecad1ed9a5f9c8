/**
 * Which footnote a mark means: by the link the format has, else by the mark itself, on its page or
 * behind it, so that numbering which begins anew on each page or in each part finds its own notes.
 */
import type { BlockKind, Call } from '../core/document.ts';
import { bareMark, offsetBefore } from './marks.ts';
import type { Piece } from './piece.ts';

/** A block in the making, as far as notes are concerned. */
export interface Noted {
  readonly piece: Piece;
  readonly kind: BlockKind;
  /** Canonical text. */
  readonly text: string;
}

interface Note {
  readonly at: number;
  readonly mark: string;
  readonly page: number | null;
}

/** For each block the calls in it, in order; `note` counts the blocks. */
export function linkedNotes(blocks: readonly Noted[]): (readonly Call<number>[])[] {
  const byKey = new Map<string, number>();
  blocks.forEach(({ piece, kind }, at) => {
    if (kind !== 'furniture')
      for (const key of piece.keys ?? []) if (!byKey.has(key)) byKey.set(key, at);
  });
  const notes = blocks.flatMap(({ piece, kind }, at): Note[] => {
    const mark = kind === 'footnote' ? bareMark(piece.marker ?? '') : null;
    return mark === null ? [] : [{ at, mark, page: piece.page ?? null }];
  });
  const byMark = new Map<string, Note[]>();
  for (const note of notes) byMark.set(note.mark, [...(byMark.get(note.mark) ?? []), note]);
  const claimed = claimedBy(blocks, byMark);
  const atEnd = areCalled(
    blocks,
    notes.filter((note) => !claimed.has(note.at)),
  );
  return blocks.map(({ piece, kind, text }, at) => {
    if (kind === 'footnote' || kind === 'furniture') return [];
    return (piece.calls ?? []).flatMap((call): Call<number>[] => {
      const keyed = call.key === undefined ? undefined : targetOf(byKey, call.key);
      // A link back from a note to its place is no call.
      if (keyed !== undefined && keyed <= at) return [];
      const own = byMark.get(call.mark) ?? [];
      const onPage = own.find(({ page }) => page !== null && page === call.page);
      const behind = own.find(
        (note) =>
          note.at > at &&
          !claimed.has(note.at) &&
          (call.page === undefined || atEnd || note.page === call.page + 1),
      );
      const note = keyed ?? onPage?.at ?? behind?.at;
      return note === undefined
        ? []
        : [{ at: offsetBefore(text, call.rest), mark: call.mark, note }];
    });
  });
}

/**
 * Notes that no mark on their page means stand at the end of the text where most of them are called;
 * else they are a list of works, and a raised figure is likelier a power.
 */
function areCalled(blocks: readonly Noted[], notes: readonly Note[]): boolean {
  const marks = new Set(blocks.flatMap(({ piece }) => piece.calls?.map(({ mark }) => mark) ?? []));
  return notes.filter(({ mark }) => marks.has(mark)).length > notes.length / 2;
}

/** Notes that a mark on their own page means. */
function claimedBy(
  blocks: readonly Noted[],
  byMark: ReadonlyMap<string, readonly Note[]>,
): ReadonlySet<number> {
  const claimed = new Set<number>();
  for (const { piece, kind } of blocks) {
    if (kind === 'footnote' || kind === 'furniture') continue;
    for (const { mark, page } of piece.calls ?? []) {
      const note = byMark.get(mark)?.find((one) => one.page !== null && one.page === page);
      if (note !== undefined) claimed.add(note.at);
    }
  }
  return claimed;
}

/** By the whole address, else by the fragment: saved pages point at themselves by their old place. */
function targetOf(byKey: ReadonlyMap<string, number>, key: string): number | undefined {
  return byKey.get(key) ?? byKey.get(key.slice(key.lastIndexOf('#') + 1));
}
