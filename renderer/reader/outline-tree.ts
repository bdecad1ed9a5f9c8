/** The headings of a document as a tree: a heading lies under the nearest one of a lower level. */
import type { Block } from '../../electron/core/document.ts';

export interface OutlineNode {
  readonly id: string;
  readonly text: string;
  /** One-based depth in the tree, whatever the heading's own level. */
  readonly depth: number;
  readonly language: string;
  readonly children: OutlineNode[];
}

/** Empty for a document without headings. */
export function outlineOf(blocks: readonly Block[]): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const open: { level: number; node: OutlineNode }[] = [];
  for (const { kind, level = 1, id, text, language } of blocks) {
    if (kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.node;
    const node: OutlineNode = { id, text, depth: open.length + 1, language, children: [] };
    (parent?.children ?? roots).push(node);
    open.push({ level, node });
  }
  return roots;
}

/** Id of the heading a block stands under: the last one at or before it; null before the first. */
export function headingOf(blocks: readonly Block[], blockId: string): string | null {
  let heading: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.id;
    if (block.id === blockId) return heading;
  }
  return null;
}
