import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { ImportItem } from '../../contract/views.ts';
import { openTestArchive, parsersApart } from '../fixtures/archive.ts';

const parsers = parsersApart();
afterAll(() => parsers.close());

const words = 'Les guetteurs du port notent chaque soir le nombre des voyageurs arrivés à quai.';
const told = (items: readonly ImportItem[]): string[] =>
  items.map(({ name, status, fault }) => `${name}: ${fault?.code ?? status}`);

function written(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'inside-')), name);
  writeFileSync(path, bytes);
  return path;
}

async function imported(path: string) {
  const archive = await openTestArchive(mkdtempSync(join(tmpdir(), 'inside-')), { parsers });
  const first = await archive.call('imports.add', { paths: [path] }, 'host');
  const again = await archive.call('imports.add', { paths: [path] }, 'host');
  const documents = await archive.call('documents.list', {});
  const { originals, ok } = await archive.call('library.check', {});
  await archive.close();
  return { first: told(first.items), again: told(again.items), documents, originals, ok };
}

it('imports each document of an archive, one line each, and keeps no archive', async () => {
  const inner = zipSync({ 'deep.txt': strToU8(`${words} Au fond.`), 'x.zip': strToU8('no') });
  const path = written(
    'dossier.zip',
    zipSync({
      'soir.txt': strToU8(words),
      'sub/page.html': strToU8(`<html><p>${words} Une page.</p></html>`),
      'sub/inner.zip': inner,
      'sub/clock.exe': strToU8('MZ'),
      'empty.pdf': strToU8(''),
      '../../out.txt': strToU8(`${words} Dehors.`),
      '__MACOSX/._soir.txt': strToU8('x'),
    }),
  );
  const { first, again, documents, originals, ok } = await imported(path);
  expect(first).toEqual([
    'dossier.zip › empty.pdf: file-empty',
    'dossier.zip › out.txt: added',
    'dossier.zip › soir.txt: added',
    'dossier.zip › sub/clock.exe: skipped',
    'dossier.zip › sub/inner.zip › deep.txt: added',
    'dossier.zip › sub/inner.zip › x.zip: type-lying',
    'dossier.zip › sub/page.html: added',
  ]);
  expect(again).toEqual(first.map((line) => line.replace('added', 'unchanged')));
  expect(documents.map(({ title }) => title).sort()).toEqual(['deep', 'out', 'page', 'soir']);
  expect([originals, ok]).toEqual([4, true]);
}, 60_000);

it('opens archives in archives two deep, and no deeper', async () => {
  let bytes = strToU8(words);
  let name = 'soir.txt';
  for (const outer of ['c.zip', 'b.zip', 'a.zip']) {
    bytes = zipSync({ [name]: bytes });
    name = outer;
  }
  const { first, originals } = await imported(written('a.zip', bytes));
  expect(first).toEqual(['a.zip › b.zip › c.zip › soir.txt: limit-exceeded']);
  expect(originals).toBe(0);
}, 60_000);

it('imports a mail and what is attached to it', async () => {
  const mail = [
    'From: Port <port@quais.example>',
    'Subject: =?utf-8?Q?Le_registre_du_mois_de_mars?=',
    'Date: Tue, 4 Mar 2014 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="x"',
    '',
    '--x',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Bonjour,',
    '',
    'voici le registre des voyageurs arriv=E9s au quai pendant le mois de mars.',
    '--x',
    'Content-Type: text/plain; name="registre.txt"',
    'Content-Disposition: attachment; filename="registre.txt"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(words).toString('base64'),
    '--x--',
    '',
  ].join('\r\n');
  const { first, again, documents } = await imported(written('port.eml', strToU8(mail)));
  expect(first).toEqual(['port.eml: added', 'port.eml › registre.txt: added']);
  expect(again[0]).toBe('port.eml: unchanged');
  const [letter] = documents.filter(({ format }) => format === 'eml');
  expect(letter).toMatchObject({ title: 'Le registre du mois de mars', date: '2014-03-04' });
}, 60_000);
