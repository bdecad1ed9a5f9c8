/**
 * Ranking quality on judged queries, ours beside plain FTS5 in the same run: nDCG@10, MRR@10 and
 * Recall@10 per set. The sets lie beside the repository, in ../shared/eval, and are not part of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { DraftBlock } from '../../electron/core/document.ts';
import { openCorpus } from '../../electron/search/index.ts';

const ROOT = new URL('../../../shared/eval/', import.meta.url);
const DEPTH = 10;

interface Figures {
  readonly ndcg: number;
  readonly mrr: number;
  readonly recall: number;
  readonly ms: number;
}

type Search = (query: string) => string[];

function table(path: URL): string[][] {
  return readFileSync(path, 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
}

function measure(
  queries: readonly string[][],
  judged: ReadonlyMap<string, ReadonlyMap<string, number>>,
  search: Search,
): Figures {
  let [ndcg, mrr, recall, count] = [0, 0, 0, 0];
  const started = performance.now();
  for (const [id = '', text = ''] of queries) {
    const gains = judged.get(id);
    if (gains === undefined) continue;
    count++;
    const found = search(text).slice(0, DEPTH);
    const ideal = [...gains.values()].sort((left, right) => right - left).slice(0, DEPTH);
    const best = ideal.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0);
    const got = found.reduce(
      (sum, doc, rank) => sum + (gains.get(doc) ?? 0) / Math.log2(rank + 2),
      0,
    );
    ndcg += got / best;
    const first = found.findIndex((doc) => gains.has(doc));
    mrr += first < 0 ? 0 : 1 / (first + 1);
    recall += found.filter((doc) => gains.has(doc)).length / gains.size;
  }
  const ms = (performance.now() - started) / count;
  return { ndcg: ndcg / count, mrr: mrr / count, recall: recall / count, ms };
}

function ours(docs: readonly string[][], language: string): Search {
  const corpus = openCorpus(':memory:');
  const blocks = docs.map(([id = '', text = '']): DraftBlock => ({
    kind: 'paragraph',
    text: text.normalize('NFC').replace(/\s+/g, ' ').trim(),
    number: id,
    marker: null,
    part: 'body',
    page: null,
    language: null,
  }));
  corpus.putDocument(
    {
      documentId: 'set',
      originalHash: '0'.repeat(64),
      correctionMark: 0,
      title: '',
      originalName: '',
      language,
      kind: 'other',
      body: '',
      date: '',
      symbol: '',
      collection: '',
      removed: false,
    },
    {
      format: 'passages',
      title: null,
      language,
      pages: null,
      metadata: { symbol: null, date: null, kind: null, body: null },
      blocks,
      report: { numbers: 0, gaps: [], repairedWords: 0, source: 'digital' },
      extractor: 'bench',
    },
    null,
  );
  return (query) =>
    corpus
      .search({ query, limit: DEPTH, unexpanded: [], guides: 'auto' })
      .hits.map(({ number }) => number ?? '');
}

function plain(docs: readonly string[][]): Search {
  const db = new Database(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE plain USING fts5(text, id UNINDEXED, tokenize='unicode61 remove_diacritics 2')",
  );
  const insert = db.prepare('INSERT INTO plain(text, id) VALUES (?, ?)');
  for (const [id = '', text = ''] of docs) insert.run(text, id);
  const find = db.prepare('SELECT id FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?').pluck();
  return (query) => {
    const words = query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
    if (words.length === 0) return [];
    return find.all(words.map((word) => `"${word}"`).join(' OR '), DEPTH) as string[];
  };
}

if (!existsSync(ROOT)) {
  console.log(`No judged queries at ${ROOT.pathname}: nothing measured.`);
  process.exit(0);
}
const only = process.argv[2];
console.log('set                    queries        nDCG@10   MRR@10  Recall@10  ms/query');
for (const set of readdirSync(ROOT, { withFileTypes: true })) {
  if (!set.isDirectory() || (only !== undefined && !set.name.includes(only))) continue;
  const folder = new URL(`${set.name}/`, ROOT);
  const { lang } = JSON.parse(readFileSync(new URL('meta.json', folder), 'utf8')) as {
    lang: string;
  };
  const docs = table(new URL('docs.tsv', folder));
  const judged = new Map<string, Map<string, number>>();
  for (const [query = '', doc = '', gain = '1'] of table(new URL('qrels.tsv', folder))) {
    const gains = judged.get(query) ?? new Map<string, number>();
    judged.set(query, gains.set(doc, Number(gain)));
  }
  const engines: readonly (readonly [string, Search])[] = [
    ['ours', ours(docs, lang)],
    ['plain FTS5', plain(docs)],
  ];
  for (const file of readdirSync(folder).filter((name) => name.startsWith('queries'))) {
    const queries = table(new URL(file, folder));
    for (const [engine, search] of engines) {
      const { ndcg, mrr, recall, ms } = measure(queries, judged, search);
      const name = `${set.name}${file.slice('queries'.length, -'.tsv'.length)}`;
      const figures = [ndcg, mrr, recall].map((figure) => figure.toFixed(3).padStart(8)).join(' ');
      console.log(
        `${name.padEnd(20)} ${engine.padEnd(12)} ${figures}  ${ms.toFixed(2).padStart(8)}`,
      );
    }
  }
}
