/** The use cases of colours: what each is called and stands for, and changing that as one operation. */
import { HIGHLIGHT_COLOURS } from '../core/annotation.ts';
import type { HighlightColour } from '../core/annotation.ts';
import { COLOUR_IDS } from '../core/colour.ts';
import type { ColourMeaning } from '../core/colour.ts';
import type { RecordChange } from '../core/operation.ts';
import type { Area, Context } from './context.ts';

export function colourCalls(context: Context): Area<'colours.list' | 'colours.edit'> {
  const { library } = context;
  return {
    'colours.list': () => {
      const given = new Map(library.colours.all().map((one) => [one.colour, one]));
      return HIGHLIGHT_COLOURS.map((colour) => given.get(colour) ?? bare(colour));
    },

    'colours.edit': ({ colour, fields, visit }) => {
      const words = Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value.trim()]],
        ),
      );
      const changes = colourChanges(context, colour, words);
      const subject = words['meaning'] ?? words['name'] ?? '';
      context.commit('colours.edit', subject, changes, visit);
      return null;
    },
  };
}

/** The changes that name a colour or give it a meaning; none where nothing differs. */
export function colourChanges(
  { library }: Pick<Context, 'library'>,
  colour: HighlightColour,
  fields: Partial<Omit<ColourMeaning, 'colour'>>,
): RecordChange[] {
  const id = COLOUR_IDS[colour];
  const isThere = library.colours.all().some((one) => one.colour === colour);
  if (isThere) return library.update('colour', id, fields);
  const empty = Object.values(fields).every((words) => words === '');
  return empty ? [] : library.create('colour', id, { colour, ...fields });
}

function bare(colour: HighlightColour): ColourMeaning {
  return { colour, name: '', meaning: '' };
}
