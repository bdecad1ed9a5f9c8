/** `restore`: the library's backups, or the library set back to one of them. */
import { existsSync } from 'node:fs';
import { FaultError } from '../core/fault.ts';
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { withLibrary } from './library.ts';

export const restoreCommand: Command = {
  name: 'restore',
  takes: '[NAME]',
  summary: 'list the backups, or set the library back to one',
  about: [
    'Without NAME: the backups, newest first. With it: the backup is verified, then takes the place',
    'of the database; what was there is set aside. Close the library everywhere else first.',
  ].join('\n'),
  options: {},
  count: [0, 1],
  run: async (given, host, output) => {
    const [wanted] = given.positionals;
    if (wanted !== undefined) {
      if (!existsSync(given.library)) throw new FaultError('library-missing', given.library);
      host.restore(given.library, wanted);
      output.row(
        { name: wanted },
        () =>
          `Restored ${wanted}; what was there before is kept in the library's set-aside folder.`,
      );
      return EXIT.done;
    }
    return withLibrary(given, host, { create: false }, async (archive) => {
      const backups = await archive.call('library.backups', {}, 'host');
      output.table(
        backups.map(({ name, at, bytes }) => ({ name, at: new Date(at).toISOString(), bytes })),
        [
          { title: 'name', of: (backup) => backup.name },
          { title: 'made', of: (backup) => backup.at },
          { title: 'bytes', of: (backup) => backup.bytes },
        ],
        'No backups yet; "backup" makes one.',
      );
      return EXIT.done;
    });
  },
};
