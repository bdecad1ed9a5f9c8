/** The schemes that ship with the product: tags whose names and order are given. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HIGHLIGHT_COLOURS } from '../../core/annotation.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { Context } from '../context.ts';

const colour = z.enum(HIGHLIGHT_COLOURS);
const names = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const schemeFile = z.strictObject({
  scheme: z.string(),
  about: z.string(),
  name: names,
  colour,
  groups: z.array(
    z.strictObject({
      code: z.string(),
      name: names,
      colour,
      tags: z.array(z.strictObject({ code: z.string(), name: names })).default([]),
      /** Countries and areas by their ISO 3166 codes; their names are the system's. */
      countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
    }),
  ),
});

/** Countries by code, named in both languages and ordered by their French names. */
function countryTags(codes: readonly string[]): { code: string; name: z.output<typeof names> }[] {
  const namer = (language: string): ((code: string) => string) => {
    const display = new Intl.DisplayNames(language, { type: 'region' });
    return (code) => display.of(code) ?? code;
  };
  const [fr, en] = [namer('fr'), namer('en')];
  return codes
    .map((code) => ({ code, name: { fr: fr(code), en: en(code) } }))
    .sort((a, b) => a.name.fr.localeCompare(b.name.fr, 'fr'));
}

/** The tags of a shipped scheme: its root, its groups, and theirs, in the scheme's order. */
export function schemeChanges(
  { library, newId, resources }: Context,
  scheme: string,
): RecordChange[] {
  const file = join(resources, 'schemes', `${scheme}.json`);
  const data = schemeFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const changes: RecordChange[] = [];
  const add = (
    code: string,
    name: z.output<typeof names>,
    parentId: string | null,
    tint: z.output<typeof colour>,
    position: number,
  ): string => {
    const id = newId();
    changes.push(
      ...library.create('tag', id, {
        name: name.fr,
        name_fr: name.fr,
        name_en: name.en,
        parent_id: parentId,
        colour: tint,
        scheme,
        code,
        position,
      }),
    );
    return id;
  };
  const root = add('', data.name, null, data.colour, 0);
  data.groups.forEach((group, place) => {
    const parent = add(group.code, group.name, root, group.colour, place);
    const tags = [...group.tags, ...countryTags(group.countries)];
    tags.forEach((tag, at) => add(tag.code, tag.name, parent, group.colour, at));
  });
  return changes;
}
