import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import {
  addDocument,
  addTag,
  fill,
  filled,
  freshFolder,
  journalFiles,
  opened,
} from './library.fixture.ts';

const open = (folder: string) => opened(folder, { create: false });
const database = (folder: string) => join(folder, 'library.db');

function journalText(folder: string): string {
  return journalFiles(folder)
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
}

describe('the journal', () => {
  it('has a line with a checksum for each operation', async () => {
    const folder = freshFolder();
    await filled(folder);
    expect(journalFiles(folder)[0]).toMatch(/\d{4}-\d{2}\.jsonl$/);
    const lines = journalText(folder).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as { operation: { seq: number } });
    expect(parsed.map(({ operation }) => operation.seq)).toEqual(lines.map((_, i) => i + 1));
  });

  it('loses a torn last line, and gets it back from the history', async () => {
    const folder = freshFolder();
    await filled(folder);
    const whole = journalText(folder);
    const [file = ''] = journalFiles(folder);
    for (const keep of [
      whole.length - 1,
      whole.length - 20,
      whole.lastIndexOf('\n', whole.length - 2) + 5,
    ]) {
      writeFileSync(file, whole.slice(0, keep));
      const library = open(folder);
      expect(library.recovered).toBeNull();
      library.close();
      expect(journalText(folder)).toBe(whole);
    }
    writeFileSync(file, `${whole}${'\0'.repeat(100)}`);
    open(folder).close();
    expect(journalText(folder)).toBe(whole);
  });

  it('gets missing lines back, one, many or all', async () => {
    const folder = freshFolder();
    await filled(folder);
    const whole = journalText(folder);
    const [file = ''] = journalFiles(folder);
    const lines = whole.split('\n');
    for (const keep of [lines.length - 2, 3, 1, 0]) {
      writeFileSync(
        file,
        lines
          .slice(0, keep)
          .map((line) => `${line}\n`)
          .join(''),
      );
      open(folder).close();
      const told = journalText(folder).trimEnd().split('\n');
      // A save that a later one of its visit replaced is gone from the history, not from the story.
      expect(lines).toEqual(expect.arrayContaining(told));
      const library = open(folder);
      expect((await library.check()).problems).toEqual([]);
      library.close();
    }
    rmSync(join(folder, 'journal'), { recursive: true });
    const library = open(folder);
    expect((await library.check()).problems).toEqual([]);
  });

  it('that cannot be written leaves the change standing and is written later', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    renameSync(join(folder, 'journal'), join(folder, 'away'));
    writeFileSync(join(folder, 'journal'), 'in the way');
    const document = addDocument(library, 'Pendant');
    expect(library.journalPending).toBe(true);
    expect(library.documents.one(document)?.title).toBe('Pendant');
    expect(library.retryJournal()).toBe(false);
    addDocument(library, 'Encore');
    rmSync(join(folder, 'journal'));
    renameSync(join(folder, 'away'), join(folder, 'journal'));
    expect(library.retryJournal()).toBe(true);
    expect(library.journalPending).toBe(false);
    const problems = (await library.check()).problems.filter(({ part }) => part === 'journal');
    expect(problems).toEqual([]);
  });

  it('that waits is written by the next commit, and by the next opening', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    rmSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal'), '');
    addTag(library, 'a');
    expect(library.journalPending).toBe(true);
    rmSync(join(folder, 'journal'));
    addTag(library, 'b');
    expect(library.journalPending).toBe(false);
    expect((await library.check()).problems).toEqual([]);
    rmSync(join(folder, 'journal'), { recursive: true });
    writeFileSync(join(folder, 'journal'), '');
    addTag(library, 'c');
    library.close();
    const blocked = open(folder);
    expect(blocked.journalPending).toBe(true);
    blocked.close();
    rmSync(join(folder, 'journal'));
    const again = open(folder);
    expect(again.journalPending).toBe(false);
    expect((await again.check()).problems).toEqual([]);
  });

  it('that tells another history is set aside and written anew', async () => {
    const [folder, other] = [freshFolder(), freshFolder()];
    await filled(folder);
    await filled(other);
    rmSync(join(folder, 'journal'), { recursive: true });
    mkdirSync(join(folder, 'journal'));
    const [foreign = ''] = journalFiles(other);
    writeFileSync(join(folder, 'journal', '2020-01.jsonl'), readFileSync(foreign));
    const library = open(folder);
    expect(library.recovered).toContain('set aside');
    expect((await library.check()).problems).toEqual([]);
    expect(readdirSync(join(folder, 'set-aside'))).toHaveLength(1);
  });

  it('starts a new file with each month', () => {
    const folder = freshFolder();
    let now = Date.UTC(2026, 0, 31, 23, 59, 59, 0);
    const library = opened(folder, { now: () => now });
    addTag(library, 'janvier');
    now += 2_000;
    addTag(library, 'février');
    library.close();
    const names = readdirSync(join(folder, 'journal')).sort();
    expect(names).toEqual(['2026-01.jsonl', '2026-02.jsonl']);
    rmSync(database(folder));
    expect(open(folder).tags.all()).toHaveLength(2);
  });
});

describe('check', () => {
  it('of a library another process writes in finds nothing wrong', async () => {
    const folder = freshFolder();
    await fill(opened(folder));
    expect((await open(folder).check()).problems).toEqual([]);
  });

  it('finds a damaged line, a missing line, and a record changed behind the history', async () => {
    const folder = freshFolder();
    const library = opened(folder);
    await fill(library);
    const [file = ''] = journalFiles(folder);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [`x${lines[0] ?? ''}`, ...lines.slice(2)].join('\n'));
    library.close();
    const db = connect(database(folder), {});
    db.run("UPDATE document SET title = 'behind'");
    db.close();
    const { ok, problems } = await open(folder).check();
    expect(ok).toBe(false);
    expect(problems.map(({ part, detail }) => `${part}: ${detail}`)).toEqual([
      'history: document records differ from the history',
      expect.stringMatching(/^journal: .*line 1: damaged$/),
      'journal: operation 1 is missing',
      'journal: operation 2 is missing',
    ]);
  });
});
