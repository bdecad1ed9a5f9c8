/**
 * The command line over real documents, where they lie beside the repository: what must be read,
 * what must be refused and how, and which document each search must put first.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../archive/fixtures/archive.ts';
import { runCli } from './fixtures/run.ts';

const shared = join(root, '..', 'shared', 'documents');
const expectationsFile = join(shared, 'expectations.json');
const absent = !existsSync(expectationsFile);
/** The engine is there once the product has been built. */
const canRecognise = existsSync(join(root, 'out', 'ocr', 'worker.cjs'));

interface Expectations {
  readonly documents: Readonly<
    Record<string, { language: string; body?: string; contains?: string[]; sections?: string[] }>
  >;
  readonly searches: readonly { query: string; first?: string; includes?: string[] }[];
}

const library = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(library, { recursive: true, force: true }));

const rowsOf = async (...words: string[]) =>
  (await runCli([...words, '--library', library, '--json'])).rows();

it.skipIf(absent)(
  'reads every document, scans too where recognition is there',
  async () => {
    const rows = await rowsOf('import', shared, '--jobs', '2');
    const outcomes = rows.map(({ path, status, fault }) => {
      const code = (fault as { code: string } | null)?.code ?? null;
      return [basename(String(path)), status, code] as const;
    });
    const expected = (name: string) => {
      if (name.endsWith('.json')) return ['skipped', null];
      if (name.includes('-scan.') && !canRecognise) return ['added', 'not-found'];
      return ['added', null];
    };
    expect(outcomes.map(([name, status, code]) => [name, status, code])).toEqual(
      outcomes.map(([name]) => [name, ...expected(name)]),
    );
    expect(outcomes.length).toBe(32);
  },
  120_000,
);

it.skipIf(absent)(
  'finds in them what people see there, and puts the right document first',
  async () => {
    const { documents, searches } = JSON.parse(
      readFileSync(expectationsFile, 'utf8'),
    ) as Expectations;
    const listed = await rowsOf('list');
    for (const [stem, { language, contains = [] }] of Object.entries(documents)) {
      const formats = listed.filter(({ originalName }) =>
        String(originalName).startsWith(`${stem}.`),
      );
      for (const { documentId, originalName, language: found } of formats) {
        expect([originalName, found]).toEqual([originalName, language]);
        const text = (await rowsOf('show', String(documentId)))
          .map((row) => String(row['text']))
          .join(' ');
        const missing = contains.filter((words) => !plain(text).includes(plain(words)));
        expect([originalName, missing]).toEqual([originalName, []]);
      }
    }
    for (const { query, first, includes = [] } of searches) {
      const hits = await rowsOf('search', query);
      const stems = hits.map(({ documentId }) => {
        const name = listed.find((document) => document['documentId'] === documentId);
        return String(name?.['originalName']).replace(/\.[a-z]+$/, '');
      });
      if (first !== undefined) expect([query, stems[0]]).toEqual([query, first]);
      for (const stem of includes)
        expect([query, stems]).toEqual([query, expect.arrayContaining([stem])]);
    }
  },
  120_000,
);

/** Formats differ in apostrophes and in a hyphen at the end of a line. */
function plain(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll(/[-\u00ad\u2010]/g, '')
    .toLowerCase();
}
