/** The use cases of taking notes out: what would go, and writing it to a file. */
import type { ExportCount } from '../../contract/views.ts';
import { csvOf, writeNotes } from '../../exchange/index.ts';
import type { Outgoing } from '../../exchange/index.ts';
import type { Area, Context } from '../context.ts';
import { gather } from './gather.ts';
import { writeFile } from './write.ts';

export function exportCalls(
  context: Context,
): Area<'exports.count' | 'exports.write' | 'exports.table'> {
  return {
    'exports.count': ({ scope, private: asked }) => countOf(gather(context, scope, asked, 'fr')),

    'exports.table': ({ path, rows }) => {
      writeFile(path, csvOf(rows));
      return null;
    },

    'exports.write': ({ path, format, scope, private: asked, language }) => {
      const outgoing = gather(context, scope, asked, language);
      writeFile(path, writeNotes(format, outgoing));
      return countOf(outgoing);
    },
  };
}

function countOf({ notes, wholes, withheld }: Outgoing): ExportCount {
  return {
    notes: notes.length + withheld,
    private: withheld + notes.filter((note) => note.private).length,
    out: notes.length,
    wholes: wholes.length,
    documents: new Set([...notes, ...wholes].map(({ document }) => document.id)).size,
  };
}
