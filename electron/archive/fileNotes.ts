/**
 * Notes that came in a file: made the reader's, private and marked with the author the file names,
 * once for each text. It knows when a note is there already, on a copy or on an earlier version.
 */
import type { Block, DocumentDraft, FileNote } from '../core/document.ts';
import { isParagraph } from '../core/document.ts';
import type { RecordChange } from '../core/operation.ts';
import { annotationChanges } from './annotations.ts';
import type { Context } from './context.ts';

/** Share of letters two documents must have in common to be one text, as for copies. */
const SAME_TEXT = 0.85;

export interface FileNotes {
  /**
   * The changes that make a draft's notes annotations of its document, not yet committed.
   * @param earlier ids of documents whose notes become this one's.
   */
  of(
    documentId: string,
    blocks: readonly Block[],
    draft: DocumentDraft,
    earlier?: readonly string[],
  ): { readonly changes: RecordChange[]; readonly count: number };
}

/** For the documents of one operation, which see each other's notes. */
export function fileNotes(context: Context): FileNotes {
  const { library, corpus } = context;
  /** Blocks of the documents that have a note, by what makes two notes the same. */
  const there = new Map<string, (readonly Block[] | string)[]>();
  let known = false;

  function remember(key: string, where: readonly Block[] | string): void {
    const all = there.get(key);
    if (all === undefined) there.set(key, [where]);
    else all.push(where);
  }

  function readKnown(): void {
    if (known) return;
    known = true;
    for (const { documentId, fileAuthor, kind, body, targets } of library.annotations.all()) {
      if (fileAuthor === null) continue;
      const exact = targets.map(({ selector }) => selector.exact);
      remember(keyOf(fileAuthor, kind, body, exact), documentId);
    }
  }

  return {
    of(documentId, blocks, draft, earlier = []) {
      const changes: RecordChange[] = [];
      let count = 0;
      if (draft.notes === undefined) return { changes, count };
      readKnown();
      const fresh: string[] = [];
      for (const note of draft.notes) {
        const places = placesOf(note, blocks);
        if (places.length === 0) continue;
        const exact = places.map(({ start, end, text }) => text.slice(start, end));
        const key = keyOf(note.author, note.kind, note.body, exact);
        const twins = there.get(key) ?? [];
        const isThere = twins.some((where) =>
          typeof where === 'string'
            ? earlier.includes(where) || sameText(corpus.blocks(where), blocks)
            : sameText(where, blocks),
        );
        if (isThere) continue;
        fresh.push(key);
        const { kind, colour, body, author, at } = note;
        const made = annotationChanges(context, documentId, blocks, places, {
          kind,
          colour,
          body,
          private: true,
          fileAuthor: author,
          ...(at === null ? {} : { created: at }),
        });
        changes.push(...made.changes);
        count += 1;
      }
      // Two alike in one file are two; the same in a copy of it are not.
      for (const key of fresh) remember(key, blocks);
      return { changes, count };
    },
  };
}

function placesOf({ places }: FileNote, blocks: readonly Block[]) {
  return places.flatMap(({ block, start, end }) => {
    const own = blocks[block];
    if (own === undefined || start >= end || end > own.text.length) return [];
    return [{ paragraphId: own.id, start, end, text: own.text }];
  });
}

function keyOf(author: string, kind: string, body: string, exact: readonly string[]): string {
  return JSON.stringify([author, kind, body, exact]);
}

function sameText(one: readonly Block[], other: readonly Block[]): boolean {
  const [mine, theirs] = [textsOf(one), textsOf(other)];
  const weight = (texts: Iterable<string>): number =>
    [...texts].reduce((sum, text) => sum + text.length, 0);
  const shared = weight([...mine].filter((text) => theirs.has(text)));
  return shared >= SAME_TEXT * Math.max(weight(mine), weight(theirs));
}

function textsOf(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.filter(({ kind }) => isParagraph(kind)).map(({ text }) => text));
}
