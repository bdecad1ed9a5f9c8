import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { fold } from './fold.ts';
import { cut } from './words.ts';

const words = (text: string): string[] => cut(text).map(({ form }) => fold(form));

describe('words of a text', () => {
  it.each([
    ["l'équipement", ['equipement']],
    ['l’équipement', ['equipement']],
    ["jusqu'à l'État", ['a', 'etat']],
    ["aujourd'hui", ['aujourdhui']],
    ['œuvre', ['oeuvre']],
    ['ex æquo', ['ex', 'aequo']],
    ['migrant·e·s', ['migrants']],
    ['réfugié•e', ['refugie']],
    ['États-Unis', ['etats', 'unis']],
    ['ré\u00adtention', ['retention']],
    ["the migrant's rights", ['the', 'migrant', 'rights']],
    ['１２ kilomètres', ['12', 'kilometres']],
    ['A/RES/76/266', ['a', 'res', '76', '266']],
    ['ёлка', ['елка']],
    ['Straße', ['strasse']],
    ['ﬁnancement', ['financement']],
    ['مُهَاجِر', ['مهاجر']],
    ['إلى أين', ['الي', 'اين']],
    ['١٢', ['12']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the places of words in the text', () => {
    const text = 'Qu’est-ce que l’œuvre ?';
    expect(cut(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'est',
      'ce',
      'que',
      'œuvre',
    ]);
  });

  it('cuts Chinese, Japanese and Thai into words', () => {
    expect(words('国际移民').length).toBeGreaterThan(1);
    expect(words('国際移住').length).toBeGreaterThan(1);
    expect(words('สิทธิมนุษยชน').length).toBeGreaterThan(1);
  });

  it('gives the second spelling of inclusive forms, and what hyphens join', () => {
    expect(cut('migrant·e·s')[0]?.other).toBe('migrantes');
    expect(cut('inter-agences').map(({ joined }) => joined)).toEqual([false, true]);
  });
});

describe('stems', () => {
  it.each([
    ['fr', 'équipement', 'équipements'],
    ['fr', 'maître', 'maîtres'],
    ['fr', 'empêchaient', 'empêcher'],
    ['fr', 'irrégulière', 'irréguliers'],
    ['fr', 'rétention', 'rétentions'],
    ['fr', 'État', 'états'],
    ['en', 'migrants', 'migrant'],
    ['es', 'migraciones', 'migración'],
    ['ru', 'мигрантов', 'мигранты'],
    ['de', 'Rechte', 'Rechten'],
  ])('%s: %s and %s meet', (language, one, other) => {
    expect(analyse(language, one).stem).toBe(analyse(language, other).stem);
  });

  it('are folded, never empty, and leave numbers alone', () => {
    expect(analyse('fr', 'maîtres').stem).toBe('maitr');
    expect(analyse('fr', '2022').stem).toBe('2022');
    for (const language of ['fr', 'en', 'ar', 'ru', 'es', 'de', 'und', 'xx']) {
      expect(analyse(language, 'es').stem).not.toBe('');
    }
  });
});
