/** Fields of a query as conditions on paragraphs: which tag, language, year, body, kind, notes. */
import type { QueryField } from '../core/query.ts';
import { fold } from './fold.ts';
import { foldName } from './places.ts';
import type { Thesaurus } from './thesaurus.ts';

/** A condition on `block` and `document`, with its values in order. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Names readers may type for a kind, folded; the kind's own code always works too. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  'declaration commune': 'joint-statement',
  'texte adopte': 'adopted-text',
  resolution: 'adopted-text',
  'declaration nationale': 'national-statement',
  allocution: 'national-statement',
  'explication de position': 'explanation-of-position',
  'note d information': 'briefing-note',
  note: 'briefing-note',
  'expose de principes': 'position-paper',
  'principes et directives': 'guidelines',
  directives: 'guidelines',
  manuel: 'handbook',
  rapport: 'report',
  'examen volontaire': 'voluntary-review',
  'rapport parallele': 'shadow-report',
  contribution: 'shadow-report',
  mandat: 'terms-of-reference',
  communique: 'press-release',
  presentation: 'presentation',
  'page web': 'web-page',
  autre: 'other',
};

const NOTED = `SELECT 1 FROM place JOIN annotation ON annotation.id = place.annotation
  WHERE place.document = document.id AND place.paragraph = block.id AND place.state <> 'orphaned'`;

/** The condition a field sets; a field with an unknown value matches nothing. */
export function conditionOf(name: QueryField, value: string, thesaurus: Thesaurus): Condition {
  switch (name) {
    case 'tag': {
      // By name (or the beginning of one), or by id.
      const sql = `EXISTS (${NOTED} AND (instr(annotation.tag_names, ?) > 0
        OR instr(annotation.tags, ?) > 0))`;
      return { sql, values: [`\n${foldName(value)}`, `"${value}"`] };
    }
    case 'in':
      return {
        sql: `(document.id = ? OR folded(document.title || ' ' || document.original_name || ' ' ||
          document.symbol || ' ' || document.collection) LIKE ?)`,
        values: [value, `%${foldName(value)}%`],
      };
    case 'lang':
      return { sql: 'block.language = ?', values: [value.toLowerCase()] };
    case 'year': {
      const [first, last = first] = value.split(/[-–—]/).map(Number);
      const from = Number.isFinite(first) ? (first ?? 0) : 0;
      const to = Number.isFinite(last) && last !== 0 ? (last ?? 0) : 9999;
      return { sql: 'document.year BETWEEN ? AND ?', values: [from, to] };
    }
    case 'by': {
      const names = [...new Set([value, ...thesaurus.equivalents(value)].map(foldName))];
      const marks = names.map(() => '?').join(', ');
      return { sql: `folded(document.body) IN (${marks})`, values: names };
    }
    case 'kind': {
      const folded = foldName(value.replace(/['’]/g, ' '));
      const kind = KIND_NAMES[folded] ?? folded.replaceAll(' ', '-');
      return { sql: 'document.kind = ?', values: [kind] };
    }
    case 'para': {
      const numbers = value.split(',');
      const marks = numbers.map(() => '?').join(', ');
      const parts = numbers.map(() => `OR block.number LIKE ?`).join(' ');
      return {
        sql: `(block.number IN (${marks}) ${parts})`,
        values: [...numbers, ...numbers.map((number) => `${number} (%`)],
      };
    }
    case 'has':
      return hasCondition(fold(value));
  }
}

function hasCondition(what: string): Condition {
  const none: readonly string[] = [];
  if (/^notes?$/.test(what)) return { sql: `EXISTS (${NOTED})`, values: none };
  if (/^(tags?|etiquettes?)$/.test(what)) {
    return { sql: `EXISTS (${NOTED} AND annotation.tags <> '[]')`, values: none };
  }
  if (/^(questions?)$/.test(what)) {
    return { sql: `EXISTS (${NOTED} AND annotation.kind = 'question')`, values: none };
  }
  if (/^(numbers?|numeros?)$/.test(what)) {
    return { sql: 'block.number IS NOT NULL', values: none };
  }
  return { sql: '0', values: none };
}

/** Several conditions as one. */
export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
