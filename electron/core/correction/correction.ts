/**
 * Hand corrections of an extraction: what a reader can put right in a document's paragraphs, and how
 * one is described so that it is found again when the original is read by a newer extractor.
 */
import type { Selector } from '../annotation.ts';
import { describe } from '../anchor/index.ts';
import type { Block } from '../document.ts';
import { FaultError } from '../fault.ts';
import { cutAt, precedingOf } from './edit.ts';

/**
 * - `split`: the words described, to the paragraph's end, become a paragraph of their own.
 * - `join`: the block is joined to the one before it.
 * - `number`: the block's official number is another one, or none.
 * - `heading`, `paragraph`: the block is a heading, or a paragraph.
 * - `accept`: the block was looked at and is right: nothing changes, and it is in doubt no more.
 * - `drop`: the block is clutter, set aside; `restore`: what was set aside belongs to the text.
 */
export type CorrectionKind =
  'split' | 'join' | 'number' | 'heading' | 'paragraph' | 'accept' | 'drop' | 'restore';

/** What a reader asks for, on a block as it stands now. */
export type CorrectionRequest =
  | { readonly kind: 'split'; readonly paragraphId: string; readonly at: number }
  | { readonly kind: 'number'; readonly paragraphId: string; readonly number: string }
  | { readonly kind: 'heading'; readonly paragraphId: string; readonly level: number }
  | {
      readonly kind: 'join' | 'paragraph' | 'accept' | 'drop' | 'restore';
      readonly paragraphId: string;
    };

/** One correction as it is kept: it is never changed, only taken back. */
export interface Correction {
  readonly kind: CorrectionKind;
  /** New number ('' for none), level of a heading ('2'); '' elsewhere. */
  readonly value: string;
  /** The block as it stood before (for `split`: its words from the cut on). */
  readonly selector: Selector;
}

/**
 * Describes what a reader asks for.
 * @throws FaultError `not-found` where no block has the id, `bad-input` where it can't be done there.
 */
export function correctionOf(blocks: readonly Block[], request: CorrectionRequest): Correction {
  const { kind, paragraphId } = request;
  const index = blocks.findIndex(({ id }) => id === paragraphId);
  const block = blocks[index];
  if (block === undefined) throw new FaultError('not-found', paragraphId);
  if (kind === 'join' && precedingOf(blocks, index) < 0) {
    throw new FaultError('bad-input', 'nothing stands before it');
  }
  if (kind === 'split' && (block.kind === 'furniture' || cutAt(block.text, request.at) === null)) {
    throw new FaultError('bad-input', 'no words on one side of the cut');
  }
  const start = kind === 'split' ? (cutAt(block.text, request.at)?.next ?? 0) : 0;
  const selector = describe(blocks, { paragraphId, start, end: block.text.length });
  return { kind, value: valueOf(request), selector };
}

function valueOf(request: CorrectionRequest): string {
  if (request.kind === 'number') return request.number.trim();
  return request.kind === 'heading' ? String(request.level) : '';
}
