/** Official numbers that are missing from a text: seen by whoever judges or corrects an extraction. */
import type { DraftBlock } from './document.ts';

/**
 * Numbers skipped in runs that should be consecutive, part by part, in order: '13' between 12 and 14.
 * Sub-paragraphs ('16 (c)') and inserted numbers ('12 bis') open no gap.
 */
export function missingNumbers(blocks: readonly Pick<DraftBlock, 'number' | 'part'>[]): string[] {
  const missing: string[] = [];
  let part: string | null = null;
  let last: number | null = null;
  for (const block of blocks) {
    if (block.part !== part) last = null;
    part = block.part;
    if (block.number === null || !/^\d{1,4}$/.test(block.number)) continue;
    const value = Number(block.number);
    for (let gap = (last ?? value) + 1; gap < value; gap++) missing.push(String(gap));
    last = value;
  }
  return missing;
}
