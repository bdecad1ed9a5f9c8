/** Recognition on a real archive: nothing read twice, nothing lost by stopping, and how good it is. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { isParagraph } from '../../core/document.ts';
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
