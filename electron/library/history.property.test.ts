import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { uuidv7 } from './index.ts';
import type { Library } from './index.ts';
import { dump, freshFolder, noteChanges, opened, visible } from './library.fixture.ts';

/** One act of a reader: what it is, and numbers that choose what it is done to. */
type Act = readonly [kind: string, one: number, other: number];

const KINDS = ['import', 'bin', 'note', 'edit', 'type', 'delete', 'tag', 'move', 'untag', 'apply'];
const acts = fc.array(
  fc.tuple(fc.constantFrom(...KINDS, 'undo', 'redo'), fc.nat(1000), fc.nat(1000)),
  { minLength: 5, maxLength: 40 },
);

/** Does an act where it is possible in the library as it is now. */
function act(library: Library, [kind, one, other]: Act, visit: string): void {
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];
  const document = pick(library.documents.all(), one)?.id;
  const note = pick(library.annotations.all(), one)?.id;
  const [tag, parent] = [pick(library.tags.all(), one)?.id, pick(library.tags.all(), other)?.id];
  if (kind === 'import') {
    const fields = {
      original_hash: 'a'.repeat(64),
      original_name: 'x.txt',
      format: 'txt',
      title: String(one),
      language: 'fr',
      added_at: one,
    };
    library.commit({
      name: 'documents.import',
      changes: library.create('document', uuidv7(), fields),
    });
  } else if (kind === 'bin' && document !== undefined) {
    const removed_at = library.documents.one(document)?.removedAt === null ? other : null;
    const changes = library.update('document', document, { removed_at });
    library.commit({ name: 'documents.remove', changes });
  } else if (kind === 'note' && document !== undefined) {
    const { changes } = noteChanges(
      library,
      document,
      String(other),
      tag === undefined ? [] : [tag],
    );
    library.commit({ name: 'annotations.create', changes });
  } else if ((kind === 'edit' || kind === 'type') && note !== undefined) {
    const changes = library.update('annotation', note, {
      body: String(other % 3),
      private: other % 2,
    });
    const intent = { name: 'annotations.edit', changes } as const;
    library.commit(kind === 'type' ? { ...intent, visit } : intent);
  } else if (kind === 'delete' && note !== undefined) {
    library.commit({ name: 'annotations.delete', changes: library.remove('annotation', note) });
  } else if (kind === 'tag') {
    const fields = { name: String(one), colour: 'rose', parent_id: parent ?? null };
    library.commit({ name: 'tags.create', changes: library.create('tag', uuidv7(), fields) });
  } else if (kind === 'move' && tag !== undefined) {
    const changes = library.update('tag', tag, { position: other, description: String(other) });
    library.commit({ name: 'tags.edit', changes });
  } else if (kind === 'untag' && tag !== undefined) {
    library.commit({ name: 'tags.delete', changes: library.remove('tag', tag) });
  } else if (kind === 'apply' && tag !== undefined && document !== undefined) {
    if (library.tags.link(tag, 'document', document) !== null) return;
    const fields = { document_id: document, tag_id: tag };
    const changes = library.create('document-tag', uuidv7(), fields);
    library.commit({ name: 'tags.apply', changes });
  } else if ((kind === 'undo' || kind === 'redo') && library.historyState()[kind] !== null) {
    library[kind]();
  }
}

it('whatever was done can be undone, done again, checked and rebuilt', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const folder = freshFolder();
      const library = opened(folder);
      const beginning = visible(library);
      const visit = uuidv7();
      for (const each of list) act(library, each, visit);
      const end = visible(library);
      let undone = 0;
      for (; library.historyState().undo !== null; undone++) library.undo();
      expect(visible(library)).toEqual(beginning);
      for (let i = 0; i < undone; i++) library.redo();
      expect(visible(library)).toEqual(end);
      const { problems } = await library.check();
      expect(problems.filter(({ part }) => part !== 'originals')).toEqual([]);
      library.close();
      const records = dump(folder);
      rmSync(join(folder, 'library.db'));
      opened(folder, { create: false }).close();
      expect(dump(folder)).toEqual(records);
    }),
    { numRuns: 25 },
  );
}, 120_000);
