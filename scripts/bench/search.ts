/**
 * Search at scale: latency by kind of query, build rate and size, over generated paragraphs (10,000
 * unless a number is given), beside plain FTS5 over the same texts in the same run.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openCorpus } from '../../electron/search/index.ts';
import { generate, randomFrom, rootsOf } from './generate.ts';

const paragraphs = Number(process.argv[2] ?? 10_000);
const ROUNDS = 120;

const folder = mkdtempSync(join(tmpdir(), 'gmg-bench-'));
try {
  run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(): void {
  const documents = [...generate(paragraphs)];
  const texts = documents.flatMap(({ draft }) => draft.blocks.map(({ text }) => text));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

  const file = join(folder, 'corpus.db');
  const corpus = openCorpus(file);
  let started = performance.now();
  corpus.transaction(() => {
    for (const { documentId, title, draft } of documents) {
      corpus.putDocument(
        {
          documentId,
          originalHash: documentId,
          correctionMark: 0,
          title,
          originalName: `${documentId}.txt`,
          language: draft.language,
          kind: 'report',
          body: 'GMG',
          date: '2010',
          symbol: '',
          collection: '',
          removed: false,
        },
        draft,
        null,
      );
    }
  });
  const seconds = (performance.now() - started) / 1000;
  corpus.close();
  const size = statSync(file).size;
  const again = openCorpus(file);

  const plainFile = join(folder, 'plain.db');
  const plain = new Database(plainFile);
  plain.exec(
    "CREATE VIRTUAL TABLE plain USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')",
  );
  started = performance.now();
  const insert = plain.prepare('INSERT INTO plain(text) VALUES (?)');
  plain.transaction(() => texts.forEach((text) => insert.run(text)))();
  const plainSeconds = (performance.now() - started) / 1000;
  const plainSize = statSync(plainFile).size;
  const find = plain.prepare('SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 50');

  const megabytes = (count: number): string => (count / 1e6).toFixed(1);
  const rate = (time: number): string => Math.round(paragraphs / time).toLocaleString('en');
  console.log(`${paragraphs.toLocaleString('en')} paragraphs, ${megabytes(bytes)} MB of text`);
  console.log(`built by ours  ${rate(seconds)} paragraphs/s, ${megabytes(size)} MB with the texts`);
  console.log(
    `plain FTS5     ${rate(plainSeconds)} paragraphs/s, ${megabytes(plainSize)} MB (index alone)`,
  );
  console.log('\nkind                  ours p50    p95    max   plain FTS5 p50    p95   (ms)');
  for (const [kind, queries] of kinds()) {
    const mine = times(queries, (query) =>
      again.search({ query, limit: 50, unexpanded: [], guides: 'auto' }),
    );
    const theirs = times(queries, (query) => find.all(plainQuery(query)));
    const [one, two] = [mine, theirs].map((list) => [list.at(ROUNDS / 2), list.at(-ROUNDS / 20)]);
    const cell = (value: number | undefined): string => (value ?? 0).toFixed(2).padStart(7);
    console.log(
      `${kind.padEnd(20)} ${cell(one?.[0])} ${cell(one?.[1])} ${cell(mine.at(-1))}        ` +
        `${cell(two?.[0])} ${cell(two?.[1])}`,
    );
  }
  console.log(`\nresident memory ${megabytes(process.memoryUsage().rss)} MB`);
  again.close();
  plain.close();
}

function times(queries: readonly string[], search: (query: string) => unknown): number[] {
  for (const query of queries.slice(0, 10)) search(query);
  return queries
    .map((query) => {
      const started = performance.now();
      search(query);
      return performance.now() - started;
    })
    .sort((left, right) => left - right);
}

function plainQuery(query: string): string {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (query.startsWith('"')) return `"${words.join(' ')}"`;
  return words.map((word) => `"${word}"${query.endsWith('*') ? ' *' : ''}`).join(' OR ');
}

/** Queries by kind, drawn from the generator's words. */
function kinds(): [string, string[]][] {
  const random = randomFrom(99);
  const french = rootsOf('fr');
  const english = rootsOf('en');
  const word = (from: number, to: number): string => {
    const roots = random() < 0.67 ? french : english;
    return roots[from + Math.floor(random() * (to - from))] ?? '';
  };
  const many = (make: () => string): string[] => Array.from({ length: ROUNDS }, make);
  const typo = (text: string): string => {
    const at = 1 + Math.floor(random() * (text.length - 2));
    return `${text.slice(0, at)}${text[at + 1] ?? ''}${text[at] ?? ''}${text.slice(at + 2)}`;
  };
  return [
    ['one common word', many(() => word(0, 12))],
    ['one rare word', many(() => word(500, 8000))],
    ['three words', many(() => `${word(0, 40)} ${word(40, 400)} ${word(200, 4000)}`)],
    [
      'question',
      many(
        () =>
          `comment la ${word(0, 100)} de ${word(10, 900)} est-elle ${word(0, 60)} dans les ${word(50, 2000)}`,
      ),
    ],
    ['phrase', many(() => `"de la ${word(0, 30)}"`)],
    ['prefix', many(() => `${word(0, 2000).slice(0, 4)}*`)],
    ['typing error', many(() => typo(word(50, 4000)))],
    ['language filter', many(() => `lang:en ${word(0, 200)}`)],
    ['paragraph number', many(() => `para ${String(1 + Math.floor(random() * 120))}`)],
  ];
}
