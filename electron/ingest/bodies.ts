/**
 * Names and acronyms of the bodies that issue documents on migration, and how to tell from a text
 * which of them speaks. The acronym kept is the English one.
 */
import { canonicalText } from '../core/canonical.ts';

/** English acronym, then every other acronym (exact case) and name (any case). */
const BODIES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'OHCHR',
    ['OHCHR', 'HCDH', 'ACNUDH'],
    [
      'Haut-Commissariat aux droits de l’homme',
      'Haut-Commissariat des Nations Unies aux droits de l’homme',
      'Office of the United Nations High Commissioner for Human Rights',
    ],
  ],
  [
    'IOM',
    ['IOM', 'OIM'],
    [
      'Organisation internationale pour les migrations',
      'International Organization for Migration',
      'Organización Internacional para las Migraciones',
    ],
  ],
  [
    'ILO',
    ['ILO', 'OIT'],
    [
      'Organisation internationale du Travail',
      'International Labour Organization',
      'Bureau international du Travail',
    ],
  ],
  [
    'UNHCR',
    ['UNHCR', 'HCR', 'ACNUR'],
    [
      'Haut-Commissariat des Nations Unies pour les réfugiés',
      'United Nations High Commissioner for Refugees',
    ],
  ],
  [
    'UNCTAD',
    ['UNCTAD', 'CNUCED'],
    [
      'Conférence des Nations Unies sur le commerce et le développement',
      'United Nations Conference on Trade and Development',
    ],
  ],
  [
    'UNODC',
    ['UNODC', 'ONUDC'],
    [
      'Office des Nations Unies contre la drogue et le crime',
      'United Nations Office on Drugs and Crime',
    ],
  ],
  [
    'UN DESA',
    ['UN DESA', 'UNDESA', 'ONU-DESA', 'DAES'],
    [
      'Département des affaires économiques et sociales',
      'Department of Economic and Social Affairs',
    ],
  ],
  [
    'UNDP',
    ['UNDP', 'PNUD'],
    ['Programme des Nations Unies pour le développement', 'United Nations Development Programme'],
  ],
  [
    'UNFPA',
    ['UNFPA', 'FNUAP'],
    ['Fonds des Nations Unies pour la population', 'United Nations Population Fund'],
  ],
  ['World Bank', [], ['Banque mondiale', 'World Bank', 'Banco Mundial']],
  [
    'UNESCO',
    ['UNESCO'],
    [
      'Organisation des Nations Unies pour l’éducation, la science et la culture',
      'United Nations Educational, Scientific and Cultural Organization',
    ],
  ],
  [
    'UNICEF',
    ['UNICEF'],
    ['Fonds des Nations Unies pour l’enfance', 'United Nations Children’s Fund'],
  ],
  [
    'UNITAR',
    ['UNITAR'],
    [
      'Institut des Nations Unies pour la formation et la recherche',
      'United Nations Institute for Training and Research',
    ],
  ],
  ['UN Women', [], ['ONU Femmes', 'ONU-Femmes', 'UN Women', 'ONU Mujeres']],
  ['WHO', ['WHO', 'OMS'], ['Organisation mondiale de la Santé', 'World Health Organization']],
  ['UNU', ['UNU'], ['Université des Nations Unies', 'United Nations University']],
  [
    'FAO',
    ['FAO'],
    [
      'Organisation des Nations Unies pour l’alimentation et l’agriculture',
      'Food and Agriculture Organization',
    ],
  ],
  ['WFP', ['WFP'], ['Programme alimentaire mondial', 'World Food Programme']],
  ['UNIFEM', ['UNIFEM'], []],
  ['ECA', [], ['Commission économique pour l’Afrique', 'Economic Commission for Africa']],
  ['ECE', ['UNECE'], ['Commission économique pour l’Europe', 'Economic Commission for Europe']],
  [
    'ECLAC',
    ['ECLAC', 'CEPALC', 'CEPAL'],
    ['Commission économique pour l’Amérique latine', 'Economic Commission for Latin America'],
  ],
  [
    'ESCAP',
    ['ESCAP', 'CESAP'],
    [
      'Commission économique et sociale pour l’Asie et le Pacifique',
      'Economic and Social Commission for Asia and the Pacific',
    ],
  ],
  [
    'ESCWA',
    ['ESCWA', 'CESAO'],
    [
      'Commission économique et sociale pour l’Asie occidentale',
      'Economic and Social Commission for Western Asia',
    ],
  ],
  ['QUNO', ['QUNO'], ['Quaker United Nations Office']],
  [
    'ICRC',
    ['ICRC', 'CICR'],
    ['Comité international de la Croix-Rouge', 'International Committee of the Red Cross'],
  ],
  [
    'UNNM',
    ['UNNM'],
    [
      'Réseau des Nations Unies sur les migrations',
      'United Nations Network on Migration',
      'UN Network on Migration',
    ],
  ],
  [
    'GMG',
    ['GMG', 'GMM'],
    [
      'Global Migration Group',
      'Groupe mondial sur la migration',
      'Groupe sur les migrations mondiales',
      'Groupe inter-organisations sur les migrations mondiales',
      'Grupo Mundial sobre Migración',
    ],
  ],
  ['UNGA', [], ['General Assembly', 'Assemblée générale']],
];
/** What texts are about rather than by, unless they open with the name. */
const SUBJECTS = new Set(['GMG', 'UNGA', 'UNNM', 'World Bank']);

const MATCHERS = BODIES.map(([body, acronyms, names]) => ({
  body,
  acronym:
    acronyms.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${acronyms.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
  name:
    names.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(plain).join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
}));

function plain(text: string): string {
  return text.replace(/’/gu, "'");
}

function mentions(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const sample = plain(canonicalText(text));
  for (const { body, acronym, name } of MATCHERS) {
    const count = hits(sample, acronym) + hits(sample, name);
    if (count > 0) found.set(body, count);
  }
  return found;
}

function hits(text: string, pattern: RegExp | null): number {
  return pattern === null ? 0 : (text.match(pattern)?.length ?? 0);
}

/** True for a line that is nothing but a body's name or acronym, as mastheads have. */
export function isBodyName(text: string): boolean {
  const shown = plain(canonicalText(text));
  if (shown.length > 90 || shown === '') return false;
  return MATCHERS.some(({ acronym, name }) => {
    const rest = [acronym, name].reduce(
      (text, pattern) => (pattern === null ? text : text.replace(pattern, '')),
      shown,
    );
    return rest !== shown && !/\p{L}/u.test(rest);
  });
}

/** Digits and letters of symbols whose organ is plain. */
const ORGANS: readonly (readonly [RegExp, string])[] = [
  [/^A\//u, 'UNGA'],
  [/^S\//u, 'UNSC'],
  [/^E\//u, 'ECOSOC'],
];

/**
 * Body that issues a text, or null where none stands out.
 * @param opening masthead, title and title block; @param text the document's paragraphs.
 */
export function issuingBody(symbol: string | null, opening: string, text: string): string | null {
  const organ = ORGANS.find(([pattern]) => symbol !== null && pattern.test(symbol));
  if (organ !== undefined) return organ[1];
  const opened = [...mentions(opening)];
  const named = opened.filter(([body]) => !SUBJECTS.has(body));
  if (named.length === 1 && named[0] !== undefined) return named[0][0];
  const counts = [...mentions(text.slice(0, 60_000))].filter(([body]) => !SUBJECTS.has(body));
  counts.sort((one, other) => other[1] - one[1]);
  const [first, second] = counts;
  if (first !== undefined && first[1] >= 3 && first[1] >= 1.5 * (second?.[1] ?? 0)) return first[0];
  return named.length === 0 && opened.length === 1 ? (opened[0]?.[0] ?? null) : null;
}
