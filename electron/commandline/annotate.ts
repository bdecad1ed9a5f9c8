/** `annotate`: W3C Web Annotations from a file become notes in the library. */
import { resolve } from 'node:path';
import type { AnnotationsRead } from '../contract/views.ts';
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { needWritable, withLibrary } from './library.ts';

const REASONS: Readonly<Record<AnnotationsRead['failed'][number]['why'], string>> = {
  'document-missing': 'the document is not in this library; import it first',
  'words-missing': 'its words stand nowhere in the document',
  unreadable: 'this is no annotation that can be read',
};

export const annotateCommand: Command = {
  name: 'annotate',
  takes: 'FILE',
  summary: 'apply W3C Web Annotations to the library',
  about: [
    'FILE holds Web Annotations as JSON-LD, as "export --format w3c" writes them. Those there already,',
    'by their ids, stay as they are; the rest is added as one change that can be undone. Annotations',
    'whose document or words are not here are named, and the command ends with 1.',
  ].join('\n'),
  options: {},
  count: [1, 1],
  run: (given, host, output) =>
    withLibrary(given, host, { create: false }, async (archive) => {
      await needWritable(archive, given.library);
      const path = resolve(host.standingIn, given.positionals[0] ?? '');
      const read = await archive.call('annotations.import', { path }, 'host');
      const { added, unchanged, failed } = read;
      for (const { id, why, document } of failed) {
        const what = [id, document].filter((part) => part !== '').join(', ');
        host.err(`${what === '' ? path : what}: ${REASONS[why]}`);
      }
      output.row(
        { path, ...read },
        () => `${added} added, ${unchanged} there already, ${failed.length} failed: ${path}`,
      );
      return failed.length === 0 ? EXIT.done : EXIT.someFailed;
    }),
};
