/** `backup`: one verified backup of the library, now. */
import { join } from 'node:path';
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { needWritable, withLibrary } from './library.ts';

export const backupCommand: Command = {
  name: 'backup',
  takes: '',
  summary: 'make a verified backup now',
  about:
    "The backup lies in the library's own folder, under backups; copy it elsewhere to be safe.",
  options: {},
  count: [0, 0],
  run: (given, host, output) =>
    withLibrary(given, host, { create: false }, async (archive) => {
      await needWritable(archive, given.library);
      const { name, at, bytes } = await archive.call('library.backup', {}, 'host');
      const path = join(given.library, 'backups', name);
      const row = { name, path, at: new Date(at).toISOString(), bytes };
      output.row(row, () => `Made and verified: ${path}`);
      return EXIT.done;
    }),
};
