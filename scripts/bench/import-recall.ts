/**
 * How much of a document's words extraction keeps: PDFs against pdftotext (poppler), saved pages
 * against the text a person would expect. The files lie beside the repository and are not part of it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { isParagraph, type DocumentDraft, type DraftBlock } from '../../electron/core/document.ts';
import { toFault } from '../../electron/core/fault.ts';
import { parseDocument } from '../../electron/ingest/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const assets = join(root, 'node_modules', 'pdfjs-dist');
const engine = readFileSync(
  join(root, 'node_modules', '@embedpdf', 'pdfium', 'dist', 'pdfium.wasm'),
);
const pdfium = (): Promise<Uint8Array> => Promise.resolve(engine);
/** Made to exhaust its reader: only a host that kills its parser may open it. */
const BOMBS = new Set(['pdf.js__bomb_giant.pdf']);
const WORST = 15;

type Words = Map<string, number>;

/** Words as a reader compares them: no case, no ligatures, no marks of layout. */
function wordsOf(text: string): Words {
  const words: Words = new Map();
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00AD/gu, '')
    .replace(/[\u200B-\u200F\u202A-\u202E]/gu, ' ');
  for (const [word] of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

function sizeOf(words: Words): number {
  return [...words.values()].reduce((sum, count) => sum + count, 0);
}

function shared(one: Words, other: Words): number {
  let sum = 0;
  for (const [word, count] of one) sum += Math.min(count, other.get(word) ?? 0);
  return sum;
}

function missing(expected: Words, ours: Words): string {
  return [...expected]
    .filter(([word, count]) => count > (ours.get(word) ?? 0))
    .slice(0, 12)
    .map(([word]) => word)
    .join(' ');
}

function textOf({ title, blocks }: DocumentDraft, kept: (block: DraftBlock) => boolean): string {
  const shown = blocks.filter(kept).map(({ marker, text }) => `${marker ?? ''} ${text}`);
  return [...(title === null ? [] : []), ...shown].join('\n');
}

async function draftOf(folder: string, name: string): Promise<DocumentDraft | string> {
  try {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    return await parseDocument(bytes, { name, assets, pdfium });
  } catch (error) {
    const { code, detail } = toFault(error);
    return detail === undefined || detail === '' ? code : `${code} (${detail})`;
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

async function pdfs(folder: string, only: RegExp): Promise<void> {
  const reader = spawnSync('pdftotext', ['-v']);
  if (reader.error !== undefined) {
    console.log('pdftotext is not installed: recall of PDFs is not measured.');
    return;
  }
  const rows: { name: string; recall: number; words: number; ms: number; gone: string }[] = [];
  const unread: string[] = [];
  const faults = new Map<string, number>();
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf') && only.test(name));
  for (const name of names.sort()) {
    if (BOMBS.has(name)) continue;
    const before = performance.now();
    const draft = await draftOf(folder, name);
    const ms = performance.now() - before;
    const theirs = spawnSync('pdftotext', ['-q', join(folder, name), '-'], {
      maxBuffer: 2 ** 28,
      timeout: 60_000,
    });
    const expected = wordsOf(theirs.status === 0 ? theirs.stdout.toString('utf8') : '');
    const words = sizeOf(expected);
    if (typeof draft === 'string') {
      faults.set(draft, (faults.get(draft) ?? 0) + 1);
      if (words > 0) unread.push(`${name}: ${draft} (pdftotext: ${words} words)`);
      continue;
    }
    const ours = wordsOf(textOf(draft, () => true));
    if (words === 0) continue;
    const recall = shared(expected, ours) / words;
    rows.push({ name, recall, words, ms, gone: missing(expected, ours) });
  }
  rows.sort((one, other) => one.recall - other.recall);
  const recalls = rows.map(({ recall }) => recall);
  console.log(
    `${names.length} PDFs, ${rows.length} with words; faults: ${[...faults].map(([code, count]) => `${count} ${code}`).join(', ') || 'none'}`,
  );
  console.log(
    `Word recall: median ${quantile(recalls, 0.5).toFixed(4)}, worst decile ${quantile(recalls, 0.1).toFixed(4)}, worst ${quantile(recalls, 0).toFixed(4)}`,
  );
  console.log(`Read by pdftotext and not here: ${unread.length}`);
  for (const line of unread) console.log(`  ${line}`);
  for (const { name, recall, words, ms, gone } of rows.slice(0, WORST))
    console.log(
      `  ${recall.toFixed(3)}  ${String(words).padStart(6)} words ${ms.toFixed(0).padStart(6)} ms  ${name}  ${gone}`,
    );
}

/** What a page's markup shows, block by block. */
function shownIn(source: string): string {
  const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg']);
  const inline = /^(?:a|abbr|b|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)$/u;
  const text = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if ('value' in node) return node.value;
    if (!('tagName' in node) || silent.has(node.tagName)) return '';
    const inner = node.childNodes.map(text).join('');
    return inline.test(node.tagName) ? inner : ` ${inner} `;
  };
  return parse(source).childNodes.map(text).join('');
}

async function pages(sources: string, expectedIn: string, only: RegExp): Promise<void> {
  const names = readdirSync(sources).filter(
    (name) => name.endsWith('_source.html') && only.test(name),
  );
  let pairs = 0;
  for (const name of names.sort()) {
    const beside = join(expectedIn, name.replace(/_source\.html$/u, '_expected.html'));
    if (!existsSync(beside)) continue;
    pairs += 1;
    const expected = wordsOf(shownIn(readFileSync(beside, 'utf8')));
    const draft = await draftOf(sources, name);
    if (typeof draft === 'string') {
      console.log(`  ${name}: ${draft}`);
      continue;
    }
    const all = wordsOf(`${draft.title ?? ''}\n${textOf(draft, () => true)}`);
    const read = wordsOf(
      textOf(draft, ({ kind }) => isParagraph(kind) || kind === 'heading' || kind === 'footnote'),
    );
    const paragraphs = wordsOf(textOf(draft, ({ kind }) => isParagraph(kind)));
    const total = Math.max(1, sizeOf(expected));
    const clutter = 1 - shared(paragraphs, expected) / Math.max(1, sizeOf(paragraphs));
    console.log(
      `  recall ${(shared(expected, read) / total).toFixed(3)} (all blocks ${(shared(expected, all) / total).toFixed(3)}), clutter ${(clutter * 100).toFixed(1)} %, ${total} words  ${name}  ${missing(expected, read)}`,
    );
  }
  console.log(`${pairs} saved pages with an expected text beside them, of ${names.length}`);
}

const [pattern = '', folder = join(root, '..', 'shared'), expectedIn] = process.argv.slice(2);
const only = new RegExp(pattern, 'u');
if (existsSync(join(folder, 'pdfs'))) await pdfs(join(folder, 'pdfs'), only);
else console.log('There is no folder of PDFs beside the repository.');
const saved = join(folder, 'formats', 'html');
if (existsSync(saved)) await pages(saved, expectedIn ?? saved, only);
