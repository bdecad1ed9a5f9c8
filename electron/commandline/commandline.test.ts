/** The command line over small documents: what it prints, how it ends, what it refuses. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, chmod, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documents, openTestArchive } from '../archive/fixtures/archive.ts';
import { madePdf } from '../archive/fixtures/pdf.ts';
import { runCli } from './fixtures/run.ts';
import { runCommandLine } from './index.ts';

const COMMANDS = 'import list show search annotate export check backup restore erase'.split(' ');
const NOTE = 'note-de-terrain.html';

const folder = mkdtempSync(join(tmpdir(), 'commandline-'));
const library = join(folder, 'library');
const inbox = join(folder, 'inbox');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command on the test's library and expects an exit code. */
async function cli(words: readonly string[], code = 0, where = library) {
  const ran = await runCli([...words, '--library', where], { standingIn: folder });
  expect({ words, code: ran.code, err: ran.err }).toMatchObject({ words, code });
  return ran;
}

vi.setConfig({ testTimeout: 180_000 });

const oneSentence = /^[-A-Z"/].*\.\n$/;

/** Runs words that must never get as far as a library, in this process. */
async function runHere(words: readonly string[]) {
  const said = { out: '', err: '' };
  const tooFar = (): never => {
    throw new Error('a library was opened');
  };
  const code = await runCommandLine(words, {
    standingIn: folder,
    open: tooFar,
    restore: tooFar,
    out: (text) => void (said.out += text),
    err: (line) => void (said.err += `${line}\n`),
    onStop: () => () => undefined,
  });
  return { code, ...said };
}

async function makePdf(path: string): Promise<void> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const text = ['The ferry brought eleven families to', 'the quay before the storm closed it.'];
  text.forEach((line, index) => {
    const page = pdf.getPageCount() === 0 ? pdf.addPage([420, 595]) : pdf.getPage(0);
    page.drawText(line, { x: 50, y: 500 - index * 16, size: 12, font });
  });
  const second = pdf.addPage([420, 595]);
  second.drawText('The second page speaks of the lighthouse.', { x: 50, y: 500, size: 12, font });
  writeFileSync(path, await pdf.save());
}

beforeAll(async () => {
  await mkdir(inbox);
  await makePdf(join(inbox, 'quay.pdf'));
  await writeFile(
    join(inbox, 'picture.pdf'),
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  );
  await writeFile(join(inbox, 'tool.exe'), 'MZ');
  const passages = [
    'p-1\tfr\tLe phare éclaire la passe.',
    'p-2\ten\tThe beacon lights the channel.',
  ];
  await writeFile(join(inbox, 'set.passages.tsv'), `${passages.join('\n')}\n`);
});

describe('locked files', () => {
  it('are opened with the password of a file, and kept out without it', async () => {
    const where = join(folder, 'locked-library');
    const text = 'The harbour office keeps this page under lock and key.';
    writeFileSync(
      join(folder, 'locked.pdf'),
      madePdf([{ lines: [{ x: 60, y: 700, text }] }], 'lantern'),
    );
    writeFileSync(join(folder, 'key.txt'), 'lantern\n');
    const without = await cli(['import', 'locked.pdf'], 1, where);
    expect(without.out).toContain('--password-file');
    await cli(['import', 'locked.pdf', '--password-file', 'nowhere.txt'], 2, where);
    await cli(['import', 'locked.pdf', '--password-file', 'key.txt'], 0, where);
    const found = await cli(['search', 'harbour'], 0, where);
    expect(found.out).toContain('under lock and key');
  });
});

describe('words', () => {
  it('are the same to the process as to the test: help is 0, no words is 2', async () => {
    expect(await runCli(['--help'])).toMatchObject({ ...(await runHere(['--help'])) });
    expect(await runCli([])).toMatchObject({ ...(await runHere([])), code: 2 });
  });

  it('shows help for everything it can do, and for nothing else', async () => {
    const { code, out } = await runHere(['--help']);
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(listed).toEqual(COMMANDS);
    for (const name of COMMANDS) {
      const help = await runHere([name, '--help']);
      expect([name, help.code, help.err]).toEqual([name, 0, '']);
      expect(help.out).toContain(`cli -- ${name}`);
      expect((await runHere(['help', name])).out).toBe(help.out);
    }
  });

  it.each([
    [[], 'Say what to do'],
    [['--json'], 'Say what to do'],
    [['fetch', '--library', 'L'], 'There is no command "fetch"'],
    [['list'], '--library DIR'],
    [['list', 'more', '--library', 'L'], '"list" takes no arguments'],
    [['list', '--lirbary', 'L'], '--lirbary'],
    [['import', '--library', 'L'], '"import" takes PATH...'],
    [['import', 'x', '--jobs', 'many', '--library', 'L'], '--jobs wants a whole number'],
    [['import', 'x', '--timeout', '0', '--library', 'L'], '--timeout wants a whole number'],
    [['show', '--library', 'L'], '"show" takes DOCUMENT'],
    [['search', '--library', 'L'], 'Give either a QUERY or --queries FILE'],
    [['search', 'x', '--queries', 'f', '--run', 'o', '--library', 'L'], 'Give either a QUERY'],
    [['search', '--queries', 'f', '--library', 'L'], 'are given together'],
    [['export', '--format', 'pdf', '--out', 'x', '--library', 'L'], '--format wants one of md'],
    [['export', '--out', 'x', '--library', 'L'], '--format wants one of md'],
    [['export', '--format', 'md', '--library', 'L'], '--out PATH'],
    [['annotate', '--library', 'L'], '"annotate" takes FILE'],
    [['search', 'x', '--lang', 'français', '--library', 'L'], '--lang wants a language code'],
  ])('refuses %j with one sentence and 2', async (words, sentence) => {
    const { code, out, err } = await runHere(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).toMatch(oneSentence);
  });

  it.each(COMMANDS.filter((name) => name !== 'import'))(
    'ends "%s" with 3 where there is no library, and makes none',
    async (name) => {
      const nowhere = join(folder, 'nowhere');
      const argument = ['show', 'search', 'annotate'].includes(name) ? ['x'] : [];
      if (name === 'erase') argument.push('note', '01890000-0000-7000-8000-000000000000');
      if (name === 'export') argument.push('--format', 'md', '--out', 'x');
      const { out, err } = await cli([name, ...argument], 3, nowhere);
      expect(out).toBe('');
      expect(err).toMatch(oneSentence);
      expect(await readdir(folder)).not.toContain('nowhere');
    },
  );
});

describe('import', () => {
  it('makes the library and tells what became of each file', async () => {
    const first = await cli(['import', documents, '--json', '--jobs', '2']);
    const rows = first.rows().sort((a, b) => String(a['path']).localeCompare(String(b['path'])));
    expect(rows.map(({ path, status }) => [path, status])).toEqual([
      [join(documents, 'compte-rendu.txt'), 'added'],
      [join(documents, NOTE), 'added'],
      [join(documents, 'numbers.json'), 'skipped'],
      [join(documents, 'workshop-report.md'), 'added'],
    ]);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(
        [
          'path',
          'status',
          'documentId',
          'previousDocumentId',
          'format',
          'language',
          'pages',
          'paragraphs',
          'ms',
          'fault',
        ].sort(),
      );
    }
    expect(rows[1]).toMatchObject({ format: 'html', language: 'fr', paragraphs: 6, fault: null });
    expect(rows[2]).toMatchObject({ documentId: null, format: null, paragraphs: 0 });
  });

  it('goes on past a bad file, says why in plain words and ends with 1', async () => {
    const { out } = await cli(['import', 'inbox', 'absent.pdf'], 1);
    expect(out).toMatch(/^added +quay\.pdf: pdf, en, 2 pages, \d paragraphs, /m);
    expect(out).toMatch(/^added +set\.passages\.tsv: passages, /m);
    expect(out).toMatch(/^failed +picture\.pdf: the file is damaged/m);
    expect(out).toMatch(/^failed +absent\.pdf: there is no such file/m);
    expect(out).toMatch(/^skipped +tool\.exe/m);
    expect(out).toMatch(/\n2 added, .*\.\n$|, 2 added.*\.\n$/);
  });

  it('adds nothing twice', async () => {
    const { out } = await cli(['import', join(documents, NOTE), '--json']);
    expect(JSON.parse(out)).toMatchObject({ status: 'unchanged', fault: null });
    expect((await cli(['list', '--json'])).rows()).toHaveLength(5);
  });

  it('stops at Ctrl+C with 130, keeps what was added, and the library is sound', async () => {
    const many = join(folder, 'many');
    const stopped = join(folder, 'stopped');
    await mkdir(many);
    for (let n = 0; n < 400; n += 1) {
      await writeFile(
        join(many, `f${String(n)}.txt`),
        `Un fichier parmi d’autres, numéro ${String(n)}.`,
      );
    }
    let sent = false;
    const ran = await runCli(['import', many, '--json', '--library', stopped], {
      onOutput: (_text, pid) => {
        if (!sent) process.kill(pid, 'SIGINT');
        sent = true;
      },
    });
    expect(ran.code).toBe(130);
    expect(ran.err).toBe('Stopped; what was added stays in the library.\n');
    const added = ran.rows().filter(({ status }) => status === 'added').length;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(400);
    expect((await cli(['list', '--json'], 0, stopped)).rows()).toHaveLength(added);
    await cli(['check'], 0, stopped);
  });
});

describe('list and show', () => {
  it('lists what was imported', async () => {
    const rows = (await cli(['list', '--json'])).rows();
    const note = rows.find(({ originalName }) => originalName === NOTE);
    expect(note).toEqual({
      documentId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      title: 'Note de terrain sur l’accueil',
      originalName: NOTE,
      language: 'fr',
      kind: expect.any(String) as string,
      body: '',
      date: '',
      symbol: '',
      paragraphs: 6,
      notes: 0,
    });
    const { out } = await cli(['list']);
    expect(out.split('\n')[0]).toMatch(/^id +title +file +lang +kind +par\. +notes$/);
    expect(out.trimEnd().split('\n')).toHaveLength(6);
  });

  it('shows the paragraphs by id, by the start of one and by name', async () => {
    const listed = (await cli(['list', '--json'])).rows();
    const id = String(listed.find(({ originalName }) => originalName === NOTE)?.['documentId']);
    const byName = (await cli(['show', NOTE, '--json'])).rows();
    expect(byName).toHaveLength(6);
    expect(byName[1]).toEqual({
      id: expect.stringMatching(/^[a-z2-7]{16}$/) as string,
      part: 'body',
      number: null,
      marker: null,
      section: 'Ce que nous avons vu',
      text: 'Le premier soir, les bénévoles servent une soupe chaude et proposent un lit dans l’ancienne école.',
      page: null,
      language: 'fr',
      kind: 'paragraph',
    });
    expect(byName[0]?.['section']).toBe('');
    for (const word of [id, id.slice(0, 35)]) {
      expect((await cli(['show', word, '--json'])).rows()).toEqual(byName);
    }
    const all = (await cli(['show', NOTE, '--all', '--json'])).rows();
    const kinds = all.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'heading').length).toBeGreaterThanOrEqual(2);
    const people = await cli(['show', NOTE]);
    expect(people.out).toContain('Ce que nous demandons\n');
  });

  it('gives pages where the document has them', async () => {
    const rows = (await cli(['show', 'quay.pdf', '--json'])).rows();
    expect(rows.map(({ text, page }) => [text, page])).toEqual([
      ['The ferry brought eleven families to the quay before the storm closed it.', 1],
      ['The second page speaks of the lighthouse.', 2],
    ]);
  });

  it('says so when there is no such document, or more than one', async () => {
    expect((await cli(['show', 'nothing.pdf'], 1)).err).toMatch(oneSentence);
    const ids = (await cli(['list', '--json'])).rows().map(({ documentId }) => String(documentId));
    const { err } = await cli(['show', ids[0]?.slice(0, 4) ?? ''], 1);
    expect(err).toMatch(/is more than one document; give an id: .+\.\n$/);
  });
});

describe('search', () => {
  it('gives passages as rows and as lines', async () => {
    const [best] = (await cli(['search', 'situation irreguliere', '--json'])).rows();
    expect(Object.keys(best ?? {}).sort()).toEqual(
      ['documentId', 'title', 'paragraphId', 'number', 'language', 'score', 'snippet'].sort(),
    );
    expect(best).toMatchObject({ title: 'Note de terrain sur l’accueil', language: 'fr' });
    const { out } = await cli(['search', 'situation', 'irreguliere']);
    expect(out).toMatch(/\[situation\] \[irrégulière\]/);
    expect((await cli(['search', 'zzzyx'])).out).toMatch(/^Nothing found\./);
    expect((await cli(['search', 'zzzyx', '--json'])).out).toBe('');
  });

  it('keeps to a limit and to a language', async () => {
    const some = (await cli(['search', 'les OR the', '--limit', '2', '--json'])).rows();
    expect(some).toHaveLength(2);
    const english = (await cli(['search', 'interpr*', '--lang', 'en', '--json'])).rows();
    expect(english.map(({ language }) => language)).toEqual(['en']);
  });

  it('expands by the thesaurus only when asked', async () => {
    const abroad = join(folder, 'abroad');
    await writeFile(join(folder, 'body.txt'), 'Le HCDH a publié un rapport sur les frontières.');
    await cli(['import', 'body.txt'], 0, abroad);
    expect((await cli(['search', 'OHCHR', '--json'], 0, abroad)).rows()).toEqual([]);
    expect((await cli(['search', 'OHCHR', '--expand', '--json'], 0, abroad)).rows()).toHaveLength(
      1,
    );
  });

  it('writes a run: passages by their own id, others by document and paragraph', async () => {
    await writeFile(join(folder, 'queries.tsv'), 'q1\tphare passe\nq2\tsoupe chaude\nq3\tzzzyx\n');
    await cli(['search', '--queries', 'queries.tsv', '--run', 'out.run']);
    const lines = readFileSync(join(folder, 'out.run'), 'utf8').trimEnd().split('\n');
    const first = (query: string) => lines.find((line) => line.startsWith(`${query} `));
    expect(first('q1')).toMatch(/^q1 Q0 p-1 1 \S+ gmg-archive$/);
    expect(first('q2')).toMatch(/^q2 Q0 [0-9a-f-]{36}#[a-z2-7]{16} 1 \S+ gmg-archive$/);
    expect(first('q3')).toBeUndefined();
    await writeFile(join(folder, 'bad.tsv'), 'q1\tone\nno tab here\n');
    const { err } = await cli(['search', '--queries', 'bad.tsv', '--run', 'out.run'], 2);
    expect(err).toContain('Line 2');
  });
});

describe('check, backup and restore', () => {
  it('finds nothing wrong, then the original that was changed', async () => {
    expect((await cli(['check'])).out).toMatch(/^All is well: 5 documents, /);
    const broken = join(folder, 'broken');
    await cli(['import', join(documents, NOTE)], 0, broken);
    const [original = ''] = await readdir(join(broken, 'originals'));
    await chmod(join(broken, 'originals', original), 0o644);
    await writeFile(join(broken, 'originals', original), 'not what it was');
    const report = (await cli(['check', '--json'], 1, broken)).rows()[0];
    expect(report).toMatchObject({ ok: false, documents: 1, problems: [{ part: 'originals' }] });
    expect((await cli(['check'], 1, broken)).out).toContain(`originals: ${original}`);
  });

  it('backs up, lists, and restores what was there then', async () => {
    const [made] = (await cli(['backup', '--json'])).rows();
    expect(readFileSync(String(made?.['path'])).subarray(0, 6).toString()).toBe('SQLite');
    const listed = (await cli(['restore', '--json'])).rows();
    expect(listed.map(({ name }) => name)).toContain(made?.['name']);
    const before = (await cli(['list', '--json'])).rows();
    await writeFile(join(folder, 'late.txt'), 'Ce texte est arrivé après la sauvegarde.');
    await cli(['import', 'late.txt']);
    expect((await cli(['list', '--json'])).rows()).toHaveLength(6);
    await cli(['restore', String(made?.['name'])]);
    expect((await cli(['list', '--json'])).rows()).toEqual(before);
    expect((await cli(['search', 'sauvegarde', '--json'])).rows()).toEqual([]);
    await cli(['check']);
    expect((await cli(['restore', 'no-such-backup'], 1)).err).toMatch(oneSentence);
  });
});

describe('a library that is open elsewhere', () => {
  it('can be read, but neither imported into nor restored', async () => {
    const [backup] = (await cli(['restore', '--json'])).rows();
    const elsewhere = await openTestArchive(library, { create: false });
    try {
      expect((await cli(['list', '--json'])).rows()).toHaveLength(5);
      expect((await cli(['show', NOTE, '--json'])).rows()).toHaveLength(6);
      expect((await cli(['search', 'soupe chaude', '--json'])).rows().length).toBeGreaterThan(0);
      for (const words of [
        ['import', documents],
        ['backup'],
        ['restore', String(backup?.['name'])],
      ]) {
        const { err } = await cli(words, 3);
        expect(err).toMatch(oneSentence);
        expect(err).toContain('open in another program');
      }
    } finally {
      await elsewhere.close();
    }
  });
});
