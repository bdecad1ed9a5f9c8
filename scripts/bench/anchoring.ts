/**
 * Anchoring under random edits: quotes from the guides (and the real documents, where they are
 * beside the repository) are described, the text is edited at random, and each quote is looked for
 * again. Every word carries where it came from, so that a place is known to be right or wrong. A
 * near-duplicate of the quote's paragraph is wrong while the quoted words are still in the text; once
 * they are gone, nothing in the text tells it from the paragraph itself, edited, and it is right.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchor, describe } from '../../electron/core/anchor/index.ts';
import { isParagraph } from '../../electron/core/document.ts';
import type { BlockKind } from '../../electron/core/document.ts';
import { parseDocument } from '../../electron/ingest/index.ts';
import { root } from '../places.ts';

const ROUNDS = Number(process.argv[2] ?? 10_000);
const random = seeded(20_261_122);

/** One word and its origin: `paragraph:index` in the text that was described, or '' if it is new. */
interface Word {
  readonly text: string;
  readonly origin: string;
}
interface Paragraph {
  readonly kind: BlockKind;
  readonly part: string;
  readonly number: string | null;
  readonly words: readonly Word[];
}
type Document = readonly Paragraph[];

/** mulberry32: the same edits in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const below = (limit: number): number => Math.floor(random() * limit);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const textOf = ({ words }: Paragraph): string => words.map(({ text }) => text).join(' ');

/** Blocks as anchoring reads them; an id is the text and its turn, as in the corpus. */
function blocksOf(document: Document) {
  const seen = new Map<string, number>();
  return document.map((paragraph) => {
    const text = textOf(paragraph);
    const turn = (seen.get(text) ?? 0) + 1;
    seen.set(text, turn);
    const { kind, part, number } = paragraph;
    return { id: `${String(turn)} ${text}`, kind, text, part, number, marker: null };
  });
}

const edits: Readonly<Record<string, (document: Document) => Document>> = {
  'insert words': (document) =>
    at(document, (paragraph, others) => {
      const place = below(paragraph.words.length + 1);
      const from = pick(others).words.slice(0, 1 + below(4));
      const fresh = from.map(({ text }) => ({ text, origin: '' }));
      return [withWords(paragraph, paragraph.words.toSpliced(place, 0, ...fresh))];
    }),
  'delete words': (document) =>
    at(document, (paragraph) => {
      const words = paragraph.words.toSpliced(below(paragraph.words.length), 1 + below(3));
      return words.length > 0 ? [withWords(paragraph, words)] : [];
    }),
  'replace a word': (document) =>
    at(document, (paragraph, others) => {
      const text = pick(pick(others).words).text;
      return [
        withWords(
          paragraph,
          paragraph.words.with(below(paragraph.words.length), { text, origin: '' }),
        ),
      ];
    }),
  split: (document) =>
    at(document, (paragraph) => {
      const place = 1 + below(Math.max(1, paragraph.words.length - 1));
      const second = { ...withWords(paragraph, paragraph.words.slice(place)), number: null };
      const first = withWords(paragraph, paragraph.words.slice(0, place));
      return second.words.length > 0 ? [first, second] : [first];
    }),
  join: (document) => {
    const place = below(Math.max(1, document.length - 1));
    const [first, second] = [document[place], document[place + 1]];
    if (!first || !second) return document;
    return document.toSpliced(place, 2, withWords(first, [...first.words, ...second.words]));
  },
  move: (document) => {
    const from = below(document.length);
    const paragraph = document[from];
    if (!paragraph) return document;
    return document.toSpliced(from, 1).toSpliced(below(document.length), 0, paragraph);
  },
  drop: (document) =>
    document.length > 3 ? document.toSpliced(below(document.length), 1) : document,
  'near-duplicate': (document) => {
    const paragraph = pick(document);
    const words = paragraph.words.map(({ text, origin }) => ({ text, origin: `~${origin}` }));
    const place = below(words.length);
    const other = pick(pick(document).words).text;
    // The same word again would make the very same paragraph, of which none is the right one.
    if (other === words[place]?.text) return document;
    const copy = withWords(paragraph, words.with(place, { text: other, origin: '' }));
    return document.toSpliced(below(document.length), 0, { ...copy, number: null });
  },
};

function withWords(paragraph: Paragraph, words: readonly Word[]): Paragraph {
  return { ...paragraph, words };
}

function at(
  document: Document,
  change: (paragraph: Paragraph, others: Document) => readonly Paragraph[],
): Document {
  const place = below(document.length);
  const paragraph = document[place];
  return paragraph ? document.toSpliced(place, 1, ...change(paragraph, document)) : document;
}

/** Origins of the words that a place covers, at least by half of their letters. */
function originsIn(paragraph: Paragraph, start: number, end: number): string[] {
  const covered: string[] = [];
  let offset = 0;
  for (const { text, origin } of paragraph.words) {
    const shared = Math.min(end, offset + text.length) - Math.max(start, offset);
    if (shared * 2 >= text.length) covered.push(origin);
    offset += text.length + 1;
  }
  return covered;
}

async function documents(): Promise<Document[]> {
  const folders = ['fr', 'en'].map((language) => join(root, 'resources', 'guides', language));
  folders.push(join(root, '..', 'shared', 'documents'));
  const all: Document[] = [];
  for (const folder of folders.filter((one) => existsSync(one))) {
    for (const name of readdirSync(folder).filter((one) => /\.(md|html)$/.test(one))) {
      const { blocks } = await parseDocument(new Uint8Array(readFileSync(join(folder, name))), {
        name,
      });
      const paragraphs = blocks.filter(({ kind }) => isParagraph(kind));
      all.push(
        paragraphs.map(({ kind, part, number, text }, index) => ({
          kind,
          part,
          number,
          words: text
            .split(' ')
            .map((word, place) => ({ text: word, origin: `${String(index)}:${String(place)}` })),
        })),
      );
    }
  }
  return all;
}

interface Count {
  quotes: number;
  survived: number;
  kept: number;
  orphaned: number;
  wrong: number;
}
const counts = new Map<string, Count>();
const all = await documents();
const wrongOnes: string[] = [];
const started = performance.now();
for (let round = 0; round < ROUNDS; round += 1) {
  const before = pick(all);
  const index = below(before.length);
  const paragraph = before[index];
  if (!paragraph) continue;
  const first = random() < 0.3 ? 0 : below(paragraph.words.length);
  const last =
    random() < 0.3
      ? paragraph.words.length - 1
      : Math.min(paragraph.words.length - 1, first + below(30));
  const quoted = new Set(paragraph.words.slice(first, last + 1).map(({ origin }) => origin));
  const start = paragraph.words.slice(0, first).reduce((sum, { text }) => sum + text.length + 1, 0);
  const length = paragraph.words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ').length;
  const blocks = blocksOf(before);
  const selector = describe(blocks, {
    paragraphId: blocks[index]?.id ?? '',
    start,
    end: start + length,
  });
  const name = pick(Object.keys(edits));
  let after = before;
  // Most real edits come in company: the named one, and up to two more.
  for (let n = below(3); n >= 0; n -= 1)
    after = edits[n === 0 ? name : pick(Object.keys(edits))]?.(after) ?? after;
  if (after.length === 0) continue;
  const now = blocksOf(after);
  const found = anchor(now, selector);
  const count = counts.get(name) ?? { quotes: 0, survived: 0, kept: 0, orphaned: 0, wrong: 0 };
  counts.set(name, count);
  count.quotes += 1;
  const stream = after.flatMap(({ words }) => words.map(({ origin }) => origin));
  const wanted = [...quoted];
  const where = stream.indexOf(wanted[0] ?? '');
  const survives =
    where >= 0 && wanted.every((origin, offset) => stream[where + offset] === origin);
  if (survives) count.survived += 1;
  if (found.state === 'orphaned') {
    count.orphaned += 1;
    continue;
  }
  const covered = [found.place, ...(found.also ?? [])].flatMap(
    ({ paragraphId, start: from, end }) => {
      const landed = after[now.findIndex(({ id }) => id === paragraphId)];
      return landed ? originsIn(landed, from, end) : [];
    },
  );
  const there = stream.filter((origin) => quoted.has(origin)).length * 2 > quoted.size;
  const right = covered.filter(
    (origin) => quoted.has(origin) || (!there && quoted.has(origin.slice(1))),
  ).length;
  if (right * 2 > covered.length) count.kept += survives ? 1 : 0;
  else {
    count.wrong += 1;
    if (wrongOnes.length < 5)
      wrongOnes.push(
        `${name}: « ${selector.exact.slice(0, 90)} » (${found.state}, ${found.score.toFixed(2)})`,
      );
  }
}
const total = { quotes: 0, survived: 0, kept: 0, orphaned: 0, wrong: 0 };
console.log('edit             quotes  words survive  of these kept  orphaned  wrong');
for (const [name, count] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
  for (const key of Object.keys(total) as (keyof Count)[]) total[key] += count[key];
  console.log(line(name, count));
}
console.log(line('all', total));
console.log(`${((performance.now() - started) / ROUNDS).toFixed(2)} ms a quote, edits and all`);
for (const one of wrongOnes) console.log(`wrong: ${one}`);

function line(name: string, { quotes, survived, kept, orphaned, wrong }: Count): string {
  const share = survived === 0 ? '–' : `${((100 * kept) / survived).toFixed(1)} %`;
  return [
    name.padEnd(14),
    String(quotes).padStart(8),
    String(survived).padStart(14),
    share.padStart(14),
    String(orphaned).padStart(9),
    String(wrong).padStart(6),
  ].join(' ');
}
