/** Files that mean harm, and one in Arabic: each ends with a named reason, and nothing is half in. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { openTestArchive, parsersApart } from '../fixtures/archive.ts';

const files = mkdtempSync(join(tmpdir(), 'hostile-'));
const parsers = parsersApart();
afterAll(async () => {
  await parsers.close();
  rmSync(files, { recursive: true, force: true });
});

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A DOCX whose text is an entity that stands for a thousand million letters. */
function entities(): Uint8Array {
  const names = 'abcdefghij'.split('');
  const declared = names.map((name, at) => {
    const value = at === 0 ? 'x'.repeat(10) : `&${names[at - 1] ?? ''};`.repeat(10);
    return `<!ENTITY ${name} "${value}">`;
  });
  const text = `<w:p><w:r><w:t>&j;</w:t></w:r></w:p>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<!DOCTYPE d [${declared.join('')}]><w:document xmlns:w="${WORD}"><w:body>${text}</w:body></w:document>`,
    ),
  });
}

it.skipIf(process.platform === 'win32')(
  'ends each file of a hostile folder, and stays',
  async () => {
    const folder = join(files, 'folder');
    mkdirSync(folder);
    const put = (name: string, content: string | Uint8Array): void =>
      writeFileSync(join(folder, name), content);
    symlinkSync('round-b.txt', join(folder, 'round-a.txt'));
    symlinkSync('round-a.txt', join(folder, 'round-b.txt'));
    symlinkSync('..', join(folder, 'above'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    put('bomb.zip', zipSync({ 'zeros.txt': new Uint8Array(64_000_000) }));
    put('slip.zip', zipSync({ '../../slipped.txt': strToU8('Un pas hors du dossier.\n') }));
    put('entities.docx', entities());
    put('empty.pdf', '');
    put('sound.txt', '1. Le quai reste ouvert.\n');

    const archive = await openTestArchive(join(files, 'library'), { parsers });
    const { items } = await archive.call('imports.add', { paths: [folder] }, 'host');
    const outcome = Object.fromEntries(
      items.map(({ name, status, fault }) => [name, fault === null ? status : fault.code]),
    );
    expect(outcome).toEqual({
      'bomb.zip': 'limit-exceeded',
      'empty.pdf': 'file-empty',
      'entities.docx': 'damaged',
      'pipe.txt': 'file-special',
      'round-a.txt': 'link-loop',
      'round-b.txt': 'link-loop',
      'slip.zip › slipped.txt': 'added',
      'sound.txt': 'added',
    });
    expect(existsSync(join(files, 'slipped.txt'))).toBe(false);
    expect(await archive.call('library.check', {})).toMatchObject({ ok: true, originals: 2 });
    await archive.close();
  },
  60_000,
);

it('reads a text in Arabic, and finds its words', async () => {
  const path = join(files, 'bayan.txt');
  writeFileSync(
    path,
    'بيان بشأن حقوق المهاجرين\n\n1. نعترف بأن لكل مهاجر الحق في الصحة والتعليم.\n\n2. نطلب تقريرا عن لم شمل الأسر.\n',
  );
  const archive = await openTestArchive(join(files, 'arabic'), { parsers });
  const { items } = await archive.call('imports.add', { paths: [path] }, 'host');
  expect(items[0]).toMatchObject({ status: 'added', language: 'ar', fault: null });
  const { hits } = await archive.call('search.query', { query: 'المهاجرين', guides: 'no' });
  expect(hits[0]?.documentId).toBe(items[0]?.documentId);
  const { blocks } = await archive.call('documents.get', { id: items[0]?.documentId ?? '' });
  expect(blocks.flatMap(({ number }) => number ?? [])).toEqual(['1', '2']);
  await archive.close();
}, 60_000);
