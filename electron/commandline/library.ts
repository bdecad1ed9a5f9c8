/**
 * Opening and closing the library around one command, so that no command can forget to close it.
 */
import type { Archive } from '../archive/index.ts';
import { CommandError, EXIT } from './command.ts';
import type { Given, Host, OpenOptions } from './command.ts';
import { sentenceFor } from './sentences.ts';

/** Opens the library, does the work, closes it again, whatever happened. */
export async function withLibrary<T>(
  given: Given,
  host: Host,
  options: OpenOptions,
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const archive = await host.open(given.library, options);
  try {
    // What a crash or a deleted corpus left to derive is derived first: answers are never partial.
    await archive.ready;
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Refuses a library that can be read but not changed, saying why. */
export async function needWritable(archive: Archive, library: string): Promise<void> {
  const { readOnly } = await archive.call('library.info', {}, 'host');
  if (readOnly === null) return;
  const sentence = sentenceFor({ code: readOnly, detail: '' });
  throw new CommandError(EXIT.libraryUnusable, `${library}: ${sentence}.`);
}
