/**
 * The text work of corrections on single blocks: cutting one in two, joining two, renumbering. It
 * knows how no word is lost: a number lifted off is put back where paragraphs are joined.
 */
import type { Block } from '../document.ts';
import { readMarker, topNumber } from '../number.ts';
import { spaceBetween } from '../spacing.ts';

/** A block's content; its id follows from it. */
export type Content = Omit<Block, 'id' | 'ordinal' | 'section'>;

/** Where a text may be cut nearest to an offset: end of the first part, start of the next. */
export function cutAt(text: string, at: number): { end: number; next: number } | null {
  let next = Math.max(0, Math.min(at, text.length));
  // Never inside a word, where words have spaces between them, nor inside a surrogate pair.
  while (next > 0 && !isBoundary(text, next)) next -= 1;
  while (next < text.length && text[next] === ' ') next += 1;
  const end = text.slice(0, next).trimEnd().length;
  return end === 0 || next >= text.length ? null : { end, next };
}

function isBoundary(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' '];
  return before === ' ' || after === ' ' || spaceBetween(before, after) === '';
}

/** The block a join adds to: the nearest before it of the text (of the footnotes, for a footnote). */
export function precedingOf(blocks: readonly Block[], index: number): number {
  const own = blocks[index];
  if (own === undefined || own.kind === 'furniture') return -1;
  const isNote = own.kind === 'footnote';
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'furniture') continue;
    if ((block.kind === 'footnote') === isNote) return block.part === own.part ? at : -1;
  }
  return -1;
}

/** Cuts a block in two; a number printed at the second's start becomes its number. */
export function split(block: Block, next: number): readonly [Content, Content] {
  const { raw, calls = [], ...shared } = contentOf(block);
  const first = block.text.slice(0, next).trimEnd();
  const second = block.text.slice(next);
  const raws = raw === undefined ? null : splitRaw(raw, first, second);
  const marked = readMarker(second);
  const official = marked?.marker.kind === 'decimal' ? marked.marker : null;
  const lifted = marked === null || marked.rest === '' ? 0 : second.length - marked.rest.length;
  return [
    {
      ...shared,
      text: first,
      ...(raws === null ? {} : { raw: raws[0] }),
      ...called(calls.filter(({ at }) => at <= first.length)),
    },
    {
      ...shared,
      ...called(
        shifted(
          calls.filter(({ at }) => at > first.length),
          -next - lifted,
        ),
      ),
      text: marked === null || marked.rest === '' ? second : marked.rest,
      ...(raws === null ? {} : { raw: raws[1] }),
      marker: marked === null || marked.rest === '' ? null : marked.marker.printed,
      number:
        official === null || marked?.rest === ''
          ? null
          : topNumber(official.value, official.suffix),
    },
  ];
}

/** One block of two; the second's number was none, so it goes back into the text. */
export function join(first: Block, second: Block): Content {
  const marker = second.marker === null || second.marker === '' ? '' : `${second.marker} `;
  const added = marker + second.text;
  const text = first.text + spaceBetween(first.text, added) + added;
  const { raw: _, calls = [], ...rest } = contentOf(first);
  const behind = text.length - second.text.length;
  const shared = { ...rest, ...called([...calls, ...shifted(second.calls ?? [], behind)]) };
  if (first.raw === undefined && second.raw === undefined) return { ...shared, text };
  return { ...shared, text, raw: `${first.raw ?? first.text} ${second.raw ?? added}` };
}

type Calls = NonNullable<Block['calls']>;

function called(calls: Calls): Pick<Content, 'calls'> {
  return calls.length === 0 ? {} : { calls };
}

function shifted(calls: Calls, by: number): Calls {
  return calls.map((call) => ({ ...call, at: Math.max(0, call.at + by) }));
}

/** The block under another number, printed as the reader gave it; '' takes the number away. */
export function renumber(block: Block, number: string): Content {
  if (number === '') return { ...contentOf(block), number: null };
  return { ...contentOf(block), number, marker: `${number}.` };
}

/** A block without what follows from its place and text. */
export function contentOf(block: Block): Content {
  const { id: _id, ordinal: _ordinal, section: _section, ...content } = block;
  return content;
}

/** The raw text cut after as many letters as the first part has; null where they don't add up. */
function splitRaw(raw: string, first: string, second: string): readonly [string, string] | null {
  const wanted = letters(first);
  if (letters(raw) !== wanted + letters(second)) return null;
  let seen = 0;
  for (let at = 0; at < raw.length; at++) {
    if (seen === wanted && /[\p{L}\p{N}]/u.test(raw[at] ?? '')) {
      return [raw.slice(0, at).trimEnd(), raw.slice(at)];
    }
    seen += letters(raw[at] ?? '');
  }
  return null;
}

/** Letters and digits, in code units of the basic plane: enough to count along two texts alike. */
function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
