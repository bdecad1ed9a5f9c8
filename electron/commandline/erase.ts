/** `erase`: takes notes, tags or documents out of the library for good, after saying what goes. */
import type { CallInput, CallOutput } from '../contract/calls.ts';
import { EXIT, wrongUsage } from './command.ts';
import type { Command } from './command.ts';
import { needWritable, withLibrary } from './library.ts';

type Erasable = CallInput<'erase.forGood'>['what'];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const eraseCommand: Command = {
  name: 'erase',
  takes: 'note|tag|document ID...',
  summary: 'erase notes, a tag or documents for good; tells what goes, and does it with --for-good',
  about: [
    'Nothing of them remains: not in the text, the index, the history, the journal, the originals or',
    'the backups, and nothing brings them back. "list" names the ids of documents, "export --format',
    'w3c" those of notes and tags. Without --for-good nothing is erased.',
  ].join('\n'),
  options: { 'for-good': { type: 'boolean', says: 'erase; without it, only tell what would go' } },
  count: [2, 10_001],
  run: (given, host, output) => {
    const what = whatOf(given.positionals);
    return withLibrary(given, host, { create: false }, async (archive) => {
      const preview = await archive.call('erase.preview', { what }, 'host');
      const goes = Object.entries(preview)
        .filter(([name, count]) => name !== 'backups' && count > 0)
        .map(([name, count]) => `${String(count)} ${name}`)
        .join(', ');
      if (!given.flag('for-good')) {
        output.row(
          { erased: false, ...preview },
          () => `Would erase ${goes}; say --for-good to do it.`,
        );
        return EXIT.done;
      }
      await needWritable(archive, given.library);
      const done = await archive.call('erase.forGood', { what }, 'host');
      output.row(
        { erased: true, ...preview, ...done },
        () => `Erased for good: ${goes}.${told(done)}`,
      );
      return EXIT.done;
    });
  },
};

function whatOf([kind, ...named]: readonly string[]): Erasable {
  const ids = named.map((id) => id.replace(/^urn:uuid:/, ''));
  const wrong = ids.find((id) => !UUID.test(id));
  if (wrong !== undefined) throw wrongUsage(`"${wrong}" is no id; see "erase --help".`);
  const [id] = ids;
  if (kind === 'note') return { type: 'annotations', ids };
  if (kind === 'document') return { type: 'documents', ids };
  if (kind === 'tag' && id !== undefined && ids.length === 1) return { type: 'tag', id };
  throw wrongUsage('Say "erase note ID...", "erase document ID..." or "erase tag ID".');
}

function told(done: CallOutput<'erase.forGood'>): string {
  const { backupsRewritten, backupsRemoved, asideRewritten, asideRemoved, unfinished } = done;
  const copies = backupsRewritten + asideRewritten;
  const removed = backupsRemoved + asideRemoved;
  return [
    copies > 0 ? ` ${String(copies)} backup copies were rewritten.` : '',
    removed > 0 ? ` ${String(removed)} unreadable backup copies were removed.` : '',
    unfinished ? ' Another program reads the library: the rest goes when it is next opened.' : '',
  ].join('');
}
