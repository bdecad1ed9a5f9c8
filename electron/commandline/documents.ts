/**
 * Which document a person means: by id, by the unique start of one, or by the original's name.
 */
import type { Archive } from '../archive/index.ts';
import type { DocumentSummary } from '../contract/views.ts';
import { CommandError, EXIT } from './command.ts';

/** Shortest start of an id shown or taken: less would be a guess. */
const SHORTEST = 8;

/** The one document meant by the word. @throws CommandError when there is none, or several. */
export async function findDocument(archive: Archive, word: string): Promise<DocumentSummary> {
  const documents = await archive.call('documents.list', {}, 'host');
  const lower = word.toLowerCase();
  const byId = documents.filter(({ id }) => id === lower);
  const byName = documents.filter(({ originalName }) => originalName === word);
  const byStart = documents.filter(({ id }) => word.length >= 4 && id.startsWith(lower));
  const found = [byId, byName, byStart].find((some) => some.length > 0) ?? [];
  const [first, second] = found;
  if (first === undefined) {
    throw new CommandError(EXIT.someFailed, `There is no document "${word}"; see "list".`);
  }
  if (second !== undefined) {
    const ids = found.map(({ id }) => id).join(', ');
    throw new CommandError(
      EXIT.someFailed,
      `"${word}" is more than one document; give an id: ${ids}.`,
    );
  }
  return first;
}

/** How many letters of these ids tell them apart. */
export function idLength(ids: readonly string[]): number {
  let length = SHORTEST;
  while (length < 36 && new Set(ids.map((id) => id.slice(0, length))).size < ids.length)
    length += 1;
  return length;
}
