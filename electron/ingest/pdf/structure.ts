/**
 * The structure that some PDFs carry (tagged PDF): which block each piece of a page belongs to. It
 * is evidence, not truth: many files tag every line, or nothing that matters.
 */

/** One block of the structure. */
export interface Tag {
  /** Number of the block, unique in the document. */
  readonly block: number;
  /** Heading level, or null. */
  readonly heading: number | null;
  /** True inside a list item. */
  readonly item: boolean;
}

/** A node as pdf.js gives it; leaves name the marked content they stand for. */
interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

const BLOCKS = /^(?:P|H|H[1-6]|LI|TD|TH|Caption|BlockQuote|Note|FENote|TOCI|Title|Code)$/u;

/** Tags of a page by marked content; `next` is the first free block number. */
export function tagsOf(root: unknown, next: number): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  const none: Tag = { block: -1, heading: null, item: false };
  const stack: { node: Node; tag: Tag }[] = isNode(root) ? [{ node: root, tag: none }] : [];
  let block = next;
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node } = top;
    let { tag } = top;
    if (node.type === 'content') {
      if (node.id !== undefined && tag.block >= 0) tags.set(node.id, tag);
      continue;
    }
    const role = node.role ?? '';
    if (BLOCKS.test(role)) {
      const level = /^H([1-6])$/u.exec(role)?.[1];
      tag = {
        block,
        heading: level === undefined ? null : Number(level),
        item: tag.item || role === 'LI',
      };
      block += 1;
    }
    for (const child of node.children ?? []) if (isNode(child)) stack.push({ node: child, tag });
  }
  return tags;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
