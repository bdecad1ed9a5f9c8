/** Recognition on a real archive: nothing read twice, nothing lost by stopping, and how good it is. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { isParagraph } from '../../core/document.ts';
import { toFault } from '../../core/fault.ts';
import type { ArchiveEvent } from '../../contract/wire.ts';
import { openTestArchive, parsersHere, root, scan } from '../fixtures/archive.ts';
import type { Archive } from '../index.ts';
import type { ParserHost } from '../parsers/host.ts';

const files = mkdtempSync(join(tmpdir(), 'scans-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

/** A PDF of so many pages that are the same picture. */
async function scannedPdf(pages: number): Promise<string> {
  const pdf = await PDFDocument.create();
  const image = await pdf.embedPng(readFileSync(scan));
  for (let page = 0; page < pages; page += 1) {
    pdf.addPage([420, 300]).drawImage(image, { x: 0, y: 0, width: 420, height: 300 });
  }
  const path = join(files, `${String(pages)}-pages.pdf`);
  writeFileSync(path, await pdf.save());
  return path;
}

/** Parsers that note which pages they were asked for. */
function noting(asked: number[]): ParserHost {
  const parsers = parsersHere();
  return {
    ...parsers,
    picture: (job, signal) => {
      asked.push(job.page);
      return parsers.picture(job, signal);
    },
  };
}

async function textsOf(archive: Archive, id: string) {
  const { blocks } = await archive.call('documents.get', { id });
  return blocks.filter(({ kind }) => isParagraph(kind)).map((block) => [block.id, block.text]);
}

async function idle(archive: Archive): Promise<void> {
  while ((await archive.call('ocr.state', {})).running) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('goes on where it was stopped, and derives its paragraphs again without reading', async () => {
  const dir = join(files, 'library');
  const asked: number[] = [];
  let heard: (event: ArchiveEvent) => void = () => undefined;
  const onEvent = (event: ArchiveEvent): void => heard(event);
  const ended = (): Promise<void> =>
    new Promise((resolve) => {
      heard = (event) => {
        if (event.event === 'ocr' && !event.state.running) resolve();
      };
    });

  let archive = await openTestArchive(dir, { parsers: noting(asked), onEvent });
  const { items } = await archive.call('imports.add', { paths: [await scannedPdf(3)] }, 'host');
  const id = items[0]?.documentId ?? '';
  const stopped = new Promise<void>((resolve) => {
    heard = (event) => {
      if (event.event !== 'ocr' || (event.state.current?.page ?? 0) < 2) return;
      heard = () => undefined;
      void archive.call('ocr.cancel', {}).then(() => resolve());
    };
  });
  await archive.call('ocr.start', { ids: [id], languages: 'fra' });
  await stopped;
  expect(await textsOf(archive, id)).toEqual([]);

  const end = ended();
  await archive.call('ocr.start', { ids: [id], languages: 'fra' });
  await end;
  expect(asked).toEqual([1, 2, 2, 3]);
  const texts = await textsOf(archive, id);
  expect(texts.map(([, text]) => text).join(' ')).toContain('onze voyageurs ont été accueillis');
  expect((await archive.call('library.check', {})).problems).toEqual([]);
  await archive.close();

  for (const ending of ['', '-wal', '-shm'])
    rmSync(join(dir, `corpus.db${ending}`), { force: true });
  asked.length = 0;
  archive = await openTestArchive(dir, { parsers: noting(asked) });
  expect(await textsOf(archive, id)).toEqual(texts);
  expect(asked).toEqual([]);
  await archive.close();
}, 60_000);

it('goes on with what was asked when the program opens again, paused where it was paused', async () => {
  const dir = join(files, 'reopened');
  const first = await openTestArchive(dir, { stays: true });
  const paths = [await scannedPdf(1), await scannedPdf(2)];
  const { items } = await first.call('imports.add', { paths }, 'host');
  const ids = items.map(({ documentId }) => documentId ?? '');
  await first.call('ocr.start', { ids, languages: 'fra' });
  await first.call('ocr.pause', { paused: true });
  await first.close();

  const paused = await openTestArchive(dir, { stays: true });
  expect(await paused.call('ocr.state', {})).toMatchObject({
    running: true,
    paused: true,
    total: 2,
  });
  await paused.call('ocr.pause', { paused: false });
  await paused.close();

  // The command line reads what it is asked alone.
  const passing = await openTestArchive(dir);
  expect(await passing.call('ocr.state', {})).toMatchObject({ running: false });
  await passing.close();

  const last = await openTestArchive(dir, { stays: true });
  await idle(last);
  for (const id of ids) expect(await textsOf(last, id)).not.toEqual([]);
  await last.close();

  const done = await openTestArchive(dir, { stays: true });
  expect(await done.call('ocr.state', {})).toMatchObject({ running: false, total: 0 });
  await done.close();
}, 60_000);

it('reads in a language that was added from a file: on request, and for documents in it', async () => {
  const added = join(files, 'added');
  const packed = readFileSync(
    join(root, 'node_modules/@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz'),
  );
  const file = join(files, 'BRE (1).traineddata.gz');
  writeFileSync(file, packed);
  const archive = await openTestArchive(join(files, 'breton'), { added });
  const codes = async () => (await archive.call('ocr.languages', {})).map(({ code }) => code);
  const { items } = await archive.call('imports.add', { paths: [scan] }, 'host');
  const id = items[0]?.documentId ?? '';
  const refused = archive.call('ocr.start', { ids: [id], languages: 'bre' });
  await expect(refused).rejects.toMatchObject({ code: 'language-missing', detail: 'bre' });

  const language = await archive.call('ocr.addLanguage', { path: file }, 'host');
  expect(language).toMatchObject({ code: 'bre', added: true });
  expect(await codes()).toEqual(['eng', 'fra', 'bre']);
  // Whose language is known is read in it, without being told.
  await archive.call('documents.edit', { ids: [id], fields: { language: 'br' } });
  await archive.call('ocr.start', { ids: [id] });
  await idle(archive);
  expect((await archive.call('ocr.state', {})).failed).toEqual([]);
  expect((await textsOf(archive, id)).join(' ')).toContain('onze voyageurs ont été accueillis');
  const { summary } = await archive.call('documents.get', { id });
  expect(summary).toMatchObject({ language: 'br', source: 'ocr' });

  await archive.call('ocr.removeLanguage', { code: 'bre' });
  expect(await codes()).toEqual(['eng', 'fra']);
  const own = archive.call('ocr.removeLanguage', { code: 'fra' });
  await expect(own).rejects.toMatchObject({ code: 'not-found' });
  await archive.close();
}, 60_000);

it('takes no file that is no language data, and keeps nothing of it', async () => {
  const added = join(files, 'refused');
  const archive = await openTestArchive(join(files, 'refusing'), { added });
  const whole = gunzipSync(
    readFileSync(
      join(root, 'node_modules/@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz'),
    ),
  );
  const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
    writeFileSync(join(files, name), bytes);
    const path = join(files, name);
    return archive.call('ocr.addLanguage', { path }, 'host').then(
      () => 'added',
      (error: unknown) => toFault(error).code,
    );
  };
  expect(await refusal('ara.traineddata', Buffer.from('no data at all'))).toBe('language-data');
  expect(await refusal('spa.traineddata', new Uint8Array(0))).toBe('language-data');
  expect(await refusal('rus.traineddata.gz', gzipSync('nothing of the kind'))).toBe(
    'language-data',
  );
  expect(await refusal('deu.traineddata.gz', Buffer.from([0x1f, 0x8b, 8, 0]))).toBe(
    'language-data',
  );
  expect(await refusal('por.traineddata.gz', gzipSync(new Uint8Array(160e6)))).toBe(
    'file-too-large',
  );
  expect(await refusal('42.traineddata', whole)).toBe('language-name');
  // A head that looks right over a torn body: the engine itself has the last word.
  expect(await refusal('ita.traineddata', whole.subarray(0, whole.length / 2))).toBe(
    'language-data',
  );
  const missing = archive.call(
    'ocr.addLanguage',
    { path: join(files, 'none.traineddata') },
    'host',
  );
  await expect(missing).rejects.toMatchObject({ code: 'file-missing' });
  expect((await archive.call('ocr.languages', {})).map(({ code }) => code)).toEqual(['eng', 'fra']);
  expect(existsSync(added) ? readdirSync(added) : []).toEqual([]);
  await archive.close();
}, 60_000);

it('takes over only what nobody has decided', async () => {
  const archive = await openTestArchive(join(files, 'decided'));
  const { items } = await archive.call('imports.add', { paths: [scan] }, 'host');
  const id = items[0]?.documentId ?? '';
  await archive.call('documents.edit', { ids: [id], fields: { title: 'Registre du quai' } });
  await archive.call('ocr.start', { ids: [id], languages: 'fra' });
  while ((await archive.call('ocr.state', {})).running) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { summary } = await archive.call('documents.get', { id });
  expect(summary).toMatchObject({ title: 'Registre du quai', language: 'fr', source: 'ocr' });
  await archive.close();
}, 60_000);

const shared = join(root, '..', 'shared', 'documents');
const scanned = join(shared, 'ohchr-gmg-scan.pdf');

it.skipIf(!existsSync(scanned))(
  'reads nearly every word of a scanned page',
  async () => {
    const archive = await openTestArchive(join(files, 'real'));
    const { items } = await archive.call('imports.add', { paths: [scanned] }, 'host');
    const id = items[0]?.documentId ?? '';
    await archive.call('ocr.start', { ids: [id] });
    while ((await archive.call('ocr.state', {})).running) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { blocks } = await archive.call('documents.get', { id });
    await archive.close();
    const wanted = wordsOf(readFileSync(join(shared, 'ohchr-gmg.txt'), 'utf8'));
    const found = new Map<string, number>();
    for (const word of wordsOf(blocks.map(({ text }) => text).join('\n'))) {
      found.set(word, (found.get(word) ?? 0) + 1);
    }
    const missing = wanted.filter((word) => {
      const left = found.get(word) ?? 0;
      found.set(word, left - 1);
      return left < 1;
    });
    expect(1 - missing.length / wanted.length, missing.join(' ')).toBeGreaterThanOrEqual(0.97);
  },
  120_000,
);

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
