/**
 * Paragraph identity: stable ids derived from original, part and text, so that a rebuilt corpus
 * and a colleague's library give every paragraph the same id; and each block's place in the outline.
 */
import { createHash } from 'node:crypto';
import type { Block, DocumentDraft } from '../core/document.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** 80 bits: ten bytes, sixteen letters of base32. */
const ID_BYTES = 10;

/**
 * The draft's blocks with ids, ordinals, sections and languages.
 * @param originalHash SHA-256 of the original, hex.
 */
export function identify(originalHash: string, draft: DocumentDraft): Block[] {
  const seen = new Map<string, number>();
  const named = draft.blocks.map((block, ordinal) => {
    const key = `${block.part}\0${block.text}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      ...block,
      id: paragraphId(originalHash, block.part, block.text, nth),
      ordinal,
      section: [],
      language: block.language ?? draft.language,
    };
  });
  return outlined(
    named.map(({ calls, ...block }): Block => {
      const linked = (calls ?? []).flatMap((call) => {
        const note = named[call.note]?.id;
        return note === undefined ? [] : [{ ...call, note }];
      });
      return linked.length === 0 ? block : { ...block, calls: linked };
    }),
  );
}

/** The blocks with their place in the order and under the headings as they stand now. */
export function outlined(blocks: readonly Block[]): Block[] {
  const open: { level: number; text: string }[] = [];
  let section: readonly string[] = [];
  let part: string | null = null;
  return blocks.map((block, ordinal) => {
    if (block.part !== part && part !== null) {
      open.length = 0;
      section = [];
    }
    part = block.part;
    if (block.kind !== 'heading') return { ...block, ordinal, section };
    const level = block.level ?? 1;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const outer = open.map(({ text }) => text);
    open.push({ level, text: block.text });
    section = [...outer, block.text];
    return { ...block, ordinal, section: outer };
  });
}

/** Id of the n-th (from 0) block with this very text in this part of this original. */
export function paragraphId(originalHash: string, part: string, text: string, nth: number): string {
  const digest = createHash('sha256').update(`${originalHash}\0${part}\0${text}\0${nth}`).digest();
  let id = '';
  let bits = 0;
  let held = 0;
  for (let index = 0; index < ID_BYTES; index++) {
    held = ((held << 8) | (digest[index] ?? 0)) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += ALPHABET[(held >> bits) & 31];
    }
  }
  return id;
}
