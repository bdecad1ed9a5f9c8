/** `check`: whether database, journal, corpus and originals are whole and agree. */
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { withLibrary } from './library.ts';

export const checkCommand: Command = {
  name: 'check',
  takes: '',
  summary: 'verify the database, journal, corpus and originals',
  about: 'Changes nothing. Ends with 1 when it found problems.',
  options: {},
  count: [0, 0],
  run: (given, host, output) =>
    withLibrary(given, host, { create: false }, async (archive) => {
      const report = await archive.call('library.check', {}, 'host');
      const { documents, operations, originals, problems } = report;
      output.row(report, () => {
        const checked = `${documents} documents, ${operations} operations, ${originals} originals`;
        return report.ok
          ? `All is well: ${checked}.`
          : `${problems.length} problems in ${checked}:`;
      });
      for (const { part, detail } of problems) output.remark(`${part}: ${detail}`);
      return report.ok ? EXIT.done : EXIT.someFailed;
    }),
};
