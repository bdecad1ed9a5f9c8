/** What the reader calls each highlight colour and what it stands for: one record for each colour. */
import type { HighlightColour } from './annotation.ts';

export interface ColourMeaning {
  readonly colour: HighlightColour;
  /** '': the colour's own name, in the language of whoever reads. */
  readonly name: string;
  /** 'à citer', or ''. */
  readonly meaning: string;
}

/** Ids of the records: the same in every library, so that two libraries have one record for a colour. */
export const COLOUR_IDS: Readonly<Record<HighlightColour, string>> = {
  yellow: '00000000-0000-8000-8000-000000000001',
  green: '00000000-0000-8000-8000-000000000002',
  blue: '00000000-0000-8000-8000-000000000003',
  rose: '00000000-0000-8000-8000-000000000004',
  violet: '00000000-0000-8000-8000-000000000005',
};

/** A colour as it is told: 'jaune (à citer)'. `plain`: its own name in the language wanted. */
export function colourWords(given: ColourMeaning | undefined, plain: string): string {
  const name = given === undefined || given.name === '' ? plain : given.name;
  return given === undefined || given.meaning === '' ? name : `${name} (${given.meaning})`;
}
