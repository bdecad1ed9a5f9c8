/**
 * The use cases of erasing for good: what goes with a note, a tag or a document, and removing it from
 * the library and from all that is derived of it.
 */
import type { Erasable } from '../contract/erase-calls.ts';
import { FaultError } from '../core/fault.ts';
import type { Library } from '../library/index.ts';
import type { Area, Context } from './context.ts';
import type { Derivation } from './derivation.ts';

/** A record that a person can ask to erase. */
type Seed = Parameters<Library['erase']>[0][number];

export function eraseCalls(
  { library }: Context,
  derivation: Derivation,
  /** True while originals come in or are being read: their words would come back. */
  isReading: () => boolean,
): Area<'erase.preview' | 'erase.forGood'> {
  return {
    'erase.preview': ({ what }) => {
      const counts = library.wouldErase(seedsOf(library, what));
      const tagging = counts.get('tagging') ?? 0;
      return {
        documents: counts.get('document') ?? 0,
        notes: (counts.get('annotation') ?? 0) - tagging,
        taggings: tagging,
        tags: counts.get('tag') ?? 0,
        withdrawn: counts.get('withdrawn') ?? 0,
        picked: counts.get('sheet-item') ?? 0,
        backups: library.backups().length,
      };
    },

    'erase.forGood': async ({ what }) => {
      if (what.type === 'documents' && isReading()) {
        throw new FaultError('reading-now');
      }
      const report = await library.erase(seedsOf(library, what), (operation) =>
        derivation.follow(operation),
      );
      await derivation.purge();
      return report;
    },
  };
}

function seedsOf(library: Library, what: Erasable): Seed[] {
  if (what.type === 'annotations') return what.ids.map((id) => ({ record: 'annotation', id }));
  if (what.type === 'tag') return [{ record: 'tag', id: what.id }];
  return what.ids
    .flatMap((id) => withEarlier(library, id))
    .map((id) => ({ record: 'document', id }));
}

/** A document with its earlier versions, which would else return to the list; one in the bin alone. */
function withEarlier({ documents }: Library, id: string): string[] {
  const found = [id];
  for (const at of found) {
    const record = documents.one(at);
    if (record === null || (at === id && record.removedAt !== null)) break;
    const { supersedes } = record;
    if (supersedes !== null && !found.includes(supersedes)) found.push(supersedes);
  }
  return found;
}
