import { describe, expect, it } from 'vitest';
import { isBodyName, issuingBody } from './bodies.ts';
import { datesIn } from './dates.ts';
import { languageOf } from './language.ts';
import { guessMetadata, symbolIn } from './metadata.ts';
import { titled } from './titleblock.ts';
import type { Piece, Reading } from './piece.ts';

const readingOf = (...texts: string[]): Reading => ({
  format: 'txt',
  pieces: texts.map((text): Piece => ({ kind: 'paragraph', text })),
  title: null,
  language: null,
  pages: null,
  stated: {},
  plain: true,
});
const PROSE =
  'Le fleuve monte tôt, et le port se réveille avant lui ; les bateaux partent quand les lanternes brûlent encore, et les premiers à passer sont ceux qui viennent de loin.';

describe('dates', () => {
  it.each([
    ['Article | 1 janvier 2014', '2014-01-01'],
    ['le 1er août 2016', '2016-08-01'],
    ['31 October 2018', '2018-10-31'],
    ['October 3rd, 2018', '2018-10-03'],
    ['3 de mayo de 2019', '2019-05-03'],
    ['5 декабря 2018', '2018-12-05'],
    ['2018年12月19日', '2018-12-19'],
    ['٥ كانون الأول/ديسمبر ٢٠١٨', undefined],
    ['15 mars', undefined],
    ['31/12', undefined],
  ])('in %j: %s', (text, date) => {
    expect(datesIn(text)[0]?.date).toBe(date);
  });
});

describe('symbols', () => {
  it.each([
    ['A/RES/73/195', 'A/RES/73/195'],
    ['see A/68/283.', 'A/68/283'],
    ['S/RES/1440 (2002)', 'S/RES/1440 (2002)'],
    ['A/C.3/73/L.1/Rev.1', 'A/C.3/73/L.1/Rev.1'],
    ['and/or', null],
    ['A/B', null],
  ])('in %j: %s', (text, symbol) => {
    expect(symbolIn(text)).toBe(symbol);
  });
});

describe('bodies', () => {
  it('are known by acronym and name, in French and English', () => {
    expect(issuingBody(null, 'Le HCDH et le Groupe mondial sur la migration', '')).toBe('OHCHR');
    expect(
      issuingBody(null, 'Migration', 'L’OIM dit. L’OIM fait. L’OIM et l’OIT. Avec l’OIM.'),
    ).toBe('IOM');
    expect(issuingBody('A/RES/73/195', '', '')).toBe('UNGA');
    expect(issuingBody(null, 'A title', 'Nothing of the kind')).toBeNull();
  });

  it('alone on a line are a masthead', () => {
    expect(isBodyName('QUNO')).toBe(true);
    expect(isBodyName('Quaker United Nations Office (QUNO)')).toBe(true);
    expect(isBodyName('QUNO and its partners')).toBe(false);
  });
});

describe('languages', () => {
  it.each([
    [PROSE, 'fr'],
    ['The river rises early and the harbour wakes before it, as it has always done.', 'en'],
    ['El río sube temprano y el puerto se despierta antes que él, como siempre.', 'es'],
    ['Река поднимается рано, и порт просыпается раньше неё.', 'ru'],
    ['يرتفع النهر مبكرا ويستيقظ الميناء قبله.', 'ar'],
    ['河水涨得早，港口醒得更早。', 'zh'],
    ['OK', null],
    ['12 / 34', null],
  ])('%j is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('title blocks', () => {
  it('give the title and leave the paragraphs', () => {
    const { title, pieces } = titled(
      readingOf(
        'QUNO',
        'Les quais et les lanternes du fleuve',
        'Document 4 : Ce que les villes peuvent faire',
        PROSE,
      ),
    );
    expect(title).toBe('Les quais et les lanternes du fleuve');
    expect(pieces.map(({ kind }) => kind)).toEqual([
      'furniture',
      'furniture',
      'paragraph',
      'paragraph',
    ]);
  });

  it('hold what the title is filed under, its second half and its date', () => {
    const { pieces } = titled(
      readingOf(
        'Ports et quais',
        'Les quais et les lanternes du fleuve',
        'Ce que les villes peuvent faire avant la crue, et ce qu’elles doivent laisser aux autres',
        'Note | 3 mars 2045',
        PROSE,
      ),
    );
    expect(pieces.map(({ kind }) => kind)).toEqual([
      'furniture',
      'furniture',
      'paragraph',
      'furniture',
      'paragraph',
    ]);
  });

  it('stay to be read where there is nothing else', () => {
    expect(titled(readingOf('Une seule ligne')).pieces[0]?.kind).toBe('paragraph');
  });

  it('tell the kind and the date, the text below does not', () => {
    const reading = readingOf(
      'Les quais du fleuve',
      'Document 4 : Ce que les villes peuvent faire',
      '3 mai 2019',
      PROSE,
    );
    expect(guessMetadata(reading, 'Les quais du fleuve')).toMatchObject({
      kind: 'briefing-note',
      date: '2019-05-03',
    });
    const below = readingOf(
      'Les quais du fleuve',
      PROSE,
      `${PROSE} Voir le communiqué de presse du 3 mai 2019.`,
    );
    expect(guessMetadata(below, 'Les quais du fleuve')).toMatchObject({ kind: null, date: null });
  });
});
