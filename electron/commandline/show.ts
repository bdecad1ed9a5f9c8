/** `show`: one document's paragraphs, with their numbers, sections and pages. */
import { isParagraph } from '../core/document.ts';
import type { Block } from '../core/document.ts';
import { EXIT } from './command.ts';
import type { Command } from './command.ts';
import { findDocument } from './documents.ts';
import { withLibrary } from './library.ts';

/** Between the headings of a section's path. */
const WITHIN = ' › ';

export const showCommand: Command = {
  name: 'show',
  takes: 'DOCUMENT',
  summary: "print one document's paragraphs",
  about: 'DOCUMENT is an id, the unique start of one, or the name of the original file.',
  options: {
    all: { type: 'boolean', says: 'headings, footnotes, page headers and footers too' },
  },
  count: [1, 1],
  run: (given, host, output) =>
    withLibrary(given, host, { create: false }, async (archive) => {
      const { id, title } = await findDocument(archive, given.positionals[0] ?? '');
      const { blocks } = await archive.call('documents.get', { id }, 'host');
      const all = given.flag('all');
      output.remark(`${title}\n`);
      let section = '';
      for (const row of blocks.filter(({ kind }) => all || isParagraph(kind)).map(rowOf)) {
        if (row.section !== section && row.section !== '' && !all) {
          output.remark(`\n${row.section}`);
        }
        section = row.section;
        output.row(row, () => lineOf(row));
      }
      return EXIT.done;
    }),
};

function rowOf(block: Block) {
  const { id, part, number, marker, text, page, language, kind } = block;
  const section = block.section.join(WITHIN);
  return { id, part, number, marker, section, text, page, language, kind };
}

function lineOf({ id, number, marker, text, kind }: ReturnType<typeof rowOf>): string {
  const label = number ?? marker ?? '';
  const what = isParagraph(kind) ? '' : `[${kind}] `;
  return `${id}  ${label.padStart(8)}  ${what}${text}`;
}
