/**
 * For the crash test: a process that opens a library when told to, changes it without pause and
 * says which changes it was told are saved, until it is killed.
 * Arguments: the library's folder. Input: any byte, to start. Output: a line for each saved change.
 */
import { writeSync } from 'node:fs';
import { openLibrary, targetFields, uuidv7 } from './index.ts';
import type { Operation } from '../core/operation.ts';

const [folder = ''] = process.argv.slice(2);

process.stdin.once('data', () => {
  void work();
});

async function work(): Promise<void> {
  const library = openLibrary(folder, { create: true, appVersion: '0.0.0' });
  if (library.readOnly !== null) throw new Error(library.readOnly);
  const say = (operation: Operation | null): void => {
    if (operation !== null) writeSync(1, `${operation.id} ${operation.clock}\n`);
  };
  for (let n = 0; ; n++) {
    const original = await library.originals.put({ bytes: Buffer.from(uuidv7()) });
    const documentId = uuidv7();
    const changes = library.create('document', documentId, {
      original_hash: original.hash,
      original_name: 'source.txt',
      format: 'txt',
      title: `Document ${String(n)}`,
      language: 'fr',
      added_at: Date.now(),
    });
    say(library.commit({ name: 'documents.import', changes }));
    const id = uuidv7();
    const note = library.create('annotation', id, {
      document_id: documentId,
      kind: 'note',
      author: library.author().id,
      created: Date.now(),
      modified: Date.now(),
    });
    const target = targetFields(id, 0, {
      paragraphId: 'abcdefghijklmnop',
      part: 'body',
      number: null,
      exact: 'droits',
      prefix: '',
      suffix: '',
      start: 0,
      end: 6,
      ordinal: 0,
      blocks: 1,
    });
    const whole = [...note, ...library.create('target', uuidv7(), target)];
    say(library.commit({ name: 'annotations.create', changes: whole }));
    const visit = uuidv7();
    for (let save = 0; save < 3; save++) {
      const body = `${'Une note. '.repeat(100)}${String(save)}`;
      const edit = library.update('annotation', id, { body });
      say(library.commit({ name: 'annotations.edit', changes: edit, visit }));
    }
    if (n % 2 === 0) say(library.undo());
    if (n % 4 === 0) say(library.redo());
    if (n % 5 === 0) await library.backup();
    if (n % 3 === 0) {
      say(
        library.commit({ name: 'annotations.delete', changes: library.remove('annotation', id) }),
      );
    }
  }
}
