/**
 * From blocks to the page: what is a heading, what runs in the text, which rows make a table, what
 * is set apart at the end, and how a very long document is cut into stretches at its headings.
 */
import { isParagraph } from '../../electron/core/document.ts';
import type { Block } from '../../electron/core/document.ts';
import { outlineOf } from './outline-tree.ts';
import type { OutlineNode } from './outline-tree.ts';

/** Paragraphs that one page holds in full; a longer document is shown stretch by stretch. */
export const WHOLE_PAGE_LIMIT = 3_000;
/** A stretch ends at the first heading after this many blocks. */
const STRETCH_FROM = 1_200;
/** … and without any heading, here. */
const STRETCH_TO = 1_800;

/**
 * Consecutive rows of one table belong together; everything else stands alone. A heading's depth is
 * its place in the outline, from 1, so that no level is skipped.
 */
export type Piece =
  | { readonly type: 'heading'; readonly block: Block; readonly depth: number }
  | { readonly type: 'paragraph'; readonly block: Block }
  | { readonly type: 'table'; readonly rows: readonly Block[] };

/** A footnote and the block that calls it first, where that is known; else null. */
export interface Footnote {
  readonly block: Block;
  readonly callerId: string | null;
}

/** One stretch of the document, in text order. */
export interface Stretch {
  readonly pieces: readonly Piece[];
  readonly footnotes: readonly Footnote[];
  /** Ids of its headings and paragraphs, for finding the stretch of a paragraph. */
  readonly ids: ReadonlySet<string>;
}

/** The paragraphs one can focus, note and tag, in text order. */
export function paragraphsOf(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }) => isParagraph(kind));
}

/** The document as stretches; a single one up to `limit` paragraphs. Never empty. */
export function layOut(blocks: readonly Block[], limit = WHOLE_PAGE_LIMIT): Stretch[] {
  const depths = depthsOf(outlineOf(blocks));
  const callers = callersOf(callsOf(blocks));
  if (paragraphsOf(blocks).length <= limit) return [stretch(blocks, depths, callers)];
  const stretches: Stretch[] = [];
  let from = 0;
  blocks.forEach((block, index) => {
    const length = index - from;
    if ((block.kind === 'heading' && length >= STRETCH_FROM) || length >= STRETCH_TO) {
      stretches.push(stretch(blocks.slice(from, index), depths, callers));
      from = index;
    }
  });
  stretches.push(stretch(blocks.slice(from), depths, callers));
  return stretches;
}

/** Index of the stretch that holds a block; 0 when none does. */
export function stretchOf(stretches: readonly Stretch[], blockId: string): number {
  return Math.max(
    0,
    stretches.findIndex(({ ids }) => ids.has(blockId)),
  );
}

/** The block that calls each footnote first. */
function callersOf(calls: ReadonlyMap<string, readonly ShownCall[]>): ReadonlyMap<string, string> {
  const callers = new Map<string, string>();
  for (const [id, list] of calls) {
    for (const { noteId } of list) if (!callers.has(noteId)) callers.set(noteId, id);
  }
  return callers;
}

function stretch(
  blocks: readonly Block[],
  depths: ReadonlyMap<string, number>,
  callers: ReadonlyMap<string, string>,
): Stretch {
  const pieces: Piece[] = [];
  const footnotes: Footnote[] = [];
  let rows: Block[] | null = null;
  blocks.forEach((block) => {
    if (block.kind === 'furniture') return;
    if (block.kind === 'footnote') {
      footnotes.push({ block, callerId: callers.get(block.id) ?? null });
      return;
    }
    if (block.kind !== 'table-row') {
      rows = null;
      if (block.kind === 'heading') {
        pieces.push({ type: 'heading', block, depth: depths.get(block.id) ?? 1 });
      } else pieces.push({ type: 'paragraph', block });
    } else if (rows === null) {
      rows = [block];
      pieces.push({ type: 'table', rows });
    } else rows.push(block);
  });
  return { pieces, footnotes, ids: new Set(blocks.map(({ id }) => id)) };
}

function depthsOf(nodes: readonly OutlineNode[]): Map<string, number> {
  return new Map(
    nodes.flatMap(({ id, depth, children }) => [[id, depth] as const, ...depthsOf(children)]),
  );
}

/** A footnote's mark in a paragraph, and the block that it points at now. */
export interface ShownCall {
  readonly at: number;
  readonly mark: string;
  readonly noteId: string;
}

/** The marks of each block that has any, by the block's id; what they point at may have been corrected. */
export function callsOf(blocks: readonly Block[]): ReadonlyMap<string, readonly ShownCall[]> {
  const now = new Map<string, string>();
  for (const { id, was = [] } of blocks) for (const former of was) now.set(former, id);
  for (const { id } of blocks) now.set(id, id);
  return new Map(
    blocks.flatMap(({ id, kind, calls }) => {
      const shown = (calls ?? []).flatMap(({ at, mark, note }): ShownCall[] => {
        const noteId = now.get(note);
        return noteId === undefined ? [] : [{ at, mark, noteId }];
      });
      return shown.length === 0 || kind === 'furniture' ? [] : [[id, shown] as const];
    }),
  );
}
