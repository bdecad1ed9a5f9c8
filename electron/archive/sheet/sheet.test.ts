/** The basket on a real library: order, languages, notes, undo, reopening, and each form of the sheet. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestArchive } from '../fixtures/archive.ts';
import type { Archive } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
const library = join(folder, 'library');
let archive: Archive;

const SOURCES = {
  'quai.fr.md':
    '---\ntitle: Accord du quai\nlanguage: fr\nsymbol: QUAI/1\n---\n\n## Accueil\n\n1. Le quai reste ouvert la nuit à toute personne qui le demande.\n\n2. Les enfants passent les premiers ; nul ne les sépare de leur famille.\n\n## Annexe\n\n1. Le gardien tient le registre du quai à jour chaque soir.\n\n2. Le registre se lit le matin, devant tous.\n',
  'quay.en.md':
    '---\ntitle: Agreement of the quay\nlanguage: en\nsymbol: QUAI/1\n---\n\n## Reception\n\n1. The quay stays open at night to every person who asks for it.\n\n2. Children go first; nobody separates them from their family.\n',
  'letter.md':
    '---\ntitle: Lettre du port\nlanguage: fr\n---\n\nLe capitaine écrit que la passe est libre depuis hier soir.\n',
};

beforeAll(async () => {
  const paths = Object.entries(SOURCES).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  archive = await openTestArchive(library);
  await archive.call('imports.add', { paths }, 'host');
  for (const { id, originalName } of await archive.call('documents.list', {})) {
    const fields = originalName === 'letter.md' ? {} : { symbol: 'QUAI/1' };
    await archive.call('documents.edit', { ids: [id], fields });
  }
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pick(name: string, start: string) {
  const found = (await archive.call('documents.list', {})).find((one) => one.originalName === name);
  const documentId = found?.id ?? '';
  const { blocks } = await archive.call('documents.get', { id: documentId });
  const paragraphId = blocks.find(({ text }) => text.startsWith(start))?.id ?? '';
  return { documentId, paragraphId };
}
const sheet = () => archive.call('sheet.get', { language: 'fr' });
const words = async () =>
  (await sheet()).entries.map(({ texts }) =>
    texts.map(({ text }) => text.split(' ').slice(0, 2).join(' ')),
  );

describe('the basket', () => {
  it('takes paragraphs once, keeps their order, and undoes each act', async () => {
    const items = [await pick('quay.en.md', 'Children'), await pick('letter.md', 'Le capitaine')];
    expect(await archive.call('sheet.add', { items })).toEqual({ added: 2, total: 2 });
    const more = [await pick('quai.fr.md', 'Le gardien'), ...items];
    expect(await archive.call('sheet.add', { items: more })).toEqual({ added: 1, total: 3 });
    expect(await words()).toEqual([['Children go'], ['Le capitaine'], ['Le gardien']]);

    const [first, second] = (await sheet()).entries;
    await archive.call('sheet.move', { id: first?.id ?? '', to: 2 });
    expect(await words()).toEqual([['Le capitaine'], ['Le gardien'], ['Children go']]);
    await archive.call('history.undo', {});
    expect(await words()).toEqual([['Children go'], ['Le capitaine'], ['Le gardien']]);

    await archive.call('sheet.remove', { ids: [second?.id ?? ''] });
    expect((await words()).length).toBe(2);
    await archive.call('history.undo', {});
    expect((await words()).length).toBe(3);
    await archive.call('sheet.edit', {
      fields: { title: 'Réunion de 10 h', intro: 'Trois points' },
    });
    await archive.call('sheet.empty', {});
    expect(await sheet()).toMatchObject({ title: '', entries: [] });
    await archive.call('history.undo', {});
    expect(await sheet()).toMatchObject({ title: 'Réunion de 10 h', intro: 'Trois points' });
    expect((await words()).length).toBe(3);
  });

  it('gives each paragraph its reference, in the languages the text has', async () => {
    const own = (await sheet()).entries.flatMap(({ texts }) => texts.map((text) => text.reference));
    expect(own).toEqual([
      'QUAI/1, par. 2',
      'Lettre du port, «\u202fLe capitaine écrit que la passe est libre …\u202f»',
      'QUAI/1, annexe, par. 1',
    ]);
    await archive.call('sheet.edit', { fields: { languages: 'both' } });
    expect(await words()).toEqual([
      ['Les enfants', 'Children go'],
      ['Le capitaine'],
      ['Le gardien'],
    ]);
    const { entries } = await sheet();
    expect(entries[0]?.texts.map(({ reference }) => reference)).toEqual([
      'QUAI/1, par. 2',
      'QUAI/1, para. 2',
    ]);
    expect(entries.map(({ missing }) => missing)).toEqual([[], ['en'], ['en']]);
    await archive.call('sheet.edit', { fields: { languages: 'en' } });
    expect(await words()).toEqual([['Children go'], ['Le capitaine'], ['Le gardien']]);
    await archive.call('sheet.edit', { fields: { languages: 'both' } });
  });

  it('prints notes where asked, and leaves private ones behind', async () => {
    const { documentId, paragraphId } = await pick('quai.fr.md', 'Le gardien');
    const note = { documentId, colour: 'rose', kind: 'note' } as const;
    const places = (start: number, end: number) => [{ paragraphId, start, end }];
    await archive.call('annotations.create', {
      ...note,
      places: places(0, 10),
      body: 'à *voir*',
      private: false,
    });
    await archive.call('annotations.create', {
      ...note,
      places: places(4, 20),
      body: 'secret',
      private: true,
    });
    const item = async () =>
      (await sheet()).entries.find(({ texts }) => texts[0]?.paragraphId === paragraphId);
    expect(await item()).toMatchObject({ notesThere: 2, notesLeft: 0, notes: [] });
    await archive.call('sheet.notes', { ids: [(await item())?.id ?? ''], shown: true });
    expect(await item()).toMatchObject({
      notesThere: 2,
      notesLeft: 1,
      notes: [{ body: 'à *voir*' }],
    });
    expect((await item())?.texts[0]?.marks).toEqual([{ start: 0, end: 10, colour: 'rose' }]);
    await archive.call('sheet.edit', { fields: { privateNotes: true } });
    expect((await item())?.notes.map(({ body }) => body)).toEqual(['à *voir*', 'secret']);
    expect((await item())?.texts[0]?.marks).toEqual([
      { start: 0, end: 10, colour: 'rose' },
      { start: 10, end: 20, colour: 'rose' },
    ]);
    await archive.call('sheet.edit', { fields: { privateNotes: false } });
  });

  it('is there again after a restart', async () => {
    const before = await sheet();
    await archive.close();
    archive = await openTestArchive(library, { create: false });
    expect(await sheet()).toEqual(before);
    expect(await archive.call('library.check', {})).toMatchObject({ ok: true });
  });
});

describe('the sheet', () => {
  it('is plain text for a message', async () => {
    const { text } = await archive.call('sheet.text', { language: 'fr' });
    expect(text).toContain(
      'Réunion de 10 h\n\nTrois points\n\n2. Les enfants passent les premiers\u202f;',
    );
    expect(text).toContain('(QUAI/1, par. 2)\n\n2. Children go first;');
    expect(text).toContain('Note\u202f: à voir');
    expect(text).not.toContain('secret');
  });

  it('is one HTML page and one Word file', async () => {
    const write = async (format: 'html' | 'docx') => {
      const path = join(folder, `fiche.${format}`);
      await archive.call('sheet.write', { path, format, language: 'fr' }, 'host');
      return readFileSync(path);
    };
    const html = (await write('html')).toString();
    expect(html).toContain('<h1>Réunion de 10 h</h1>');
    expect(html).toContain('<mark class="rose">Le gardien</mark> tient');
    expect(html).not.toContain('secret');
    const files = unzipSync(await write('docx'));
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    for (const piece of [
      'Réunion de 10 h',
      'Children go first',
      'QUAI/1, para. 2',
      'w:val="wave"',
    ]) {
      expect(body).toContain(piece);
    }
    expect(body).not.toContain('secret');
    expect(body).toContain('w:w="11906"');
  });
});
