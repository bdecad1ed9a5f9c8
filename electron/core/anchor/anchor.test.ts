import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import type { Place } from '../annotation.ts';
import { FaultError } from '../fault.ts';
import { anchor } from './anchor.ts';
import { describe } from './describe.ts';
import type { AnchorBlock } from './describe.ts';

const TEXTS = [
  'Réaffirmant les buts et principes énoncés dans la Charte du port de Lysmer,',
  'Réaffirmant également la Déclaration des passagers et les chartes des quais,',
  'Les États riverains s’engagent à éliminer toutes les formes de discrimination à quai.',
  'Les États riverains s’engagent à éliminer toutes les formes de discrimination en mer.',
  'Le registre des traversées est tenu à jour tous les mois par le bureau du port.',
  'Le Secrétaire présente un rapport au Conseil avant la fin de la saison des pluies.',
];

function blocksOf(texts: readonly string[]): AnchorBlock[] {
  return texts.map((text, index) => ({
    id: `${text.length}-${text}`,
    kind: 'paragraph',
    text,
    part: 'body',
    number: index < 2 ? null : String(index - 1),
  }));
}

const BLOCKS = blocksOf(TEXTS);

function placeOf(index: number, words: string): Place {
  const text = TEXTS[index] ?? '';
  const start = text.indexOf(words);
  return { paragraphId: BLOCKS[index]?.id ?? '', start, end: start + words.length };
}

/** Rewrites one text of the list and gives the new blocks. */
function edited(index: number, change: (text: string) => string): AnchorBlock[] {
  return blocksOf(TEXTS.map((text, at) => (at === index ? change(text) : text)));
}

suite('describe', () => {
  it('refuses places that are not in the text', () => {
    const id = BLOCKS[0]?.id ?? '';
    expect(() => describe(BLOCKS, { paragraphId: 'nobody', start: 0, end: 1 })).toThrow(FaultError);
    expect(() => describe(BLOCKS, { paragraphId: id, start: 3, end: 3 })).toThrow(FaultError);
    expect(() => describe(BLOCKS, { paragraphId: id, start: 0, end: 5_000 })).toThrow(FaultError);
  });

  it('takes context from the neighbours where the paragraph ends', () => {
    const text = TEXTS[4] ?? '';
    const whole = { paragraphId: BLOCKS[4]?.id ?? '', start: 0, end: text.length };
    const selector = describe(BLOCKS, whole);
    expect(selector.prefix.endsWith('en mer.\n')).toBe(true);
    expect(selector.suffix.startsWith('\nLe Secrétaire')).toBe(true);
  });
});

suite('anchor', () => {
  it('is the inverse of describe for every place', () => {
    const anywhere = fc.nat(TEXTS.length - 1).chain((index) =>
      fc
        .tuple(fc.nat((TEXTS[index]?.length ?? 1) - 1), fc.nat(200))
        .map(([start, length]): Place => {
          const block = BLOCKS[index];
          const end = Math.min(block?.text.length ?? 0, start + length + 1);
          return { paragraphId: block?.id ?? '', start, end };
        }),
    );
    fc.assert(
      fc.property(anywhere, (place) => {
        const found = anchor(BLOCKS, describe(BLOCKS, place));
        expect(found).toEqual({ state: 'exact', place, score: 1 });
      }),
    );
  });

  it('follows a paragraph whose words changed around the quote', () => {
    const selector = describe(BLOCKS, placeOf(4, 'registre des traversées'));
    const now = edited(4, (text) => text.replace('tous les mois', 'chaque semaine'));
    const found = anchor(now, selector);
    expect(found.state).toBe('moved');
    if (found.state === 'orphaned') return;
    expect(found.place).toEqual({
      ...placeOf(4, 'registre des traversées'),
      paragraphId: now[4]?.id,
    });
  });

  it('finds a quote with a typing correction inside', () => {
    const selector = describe(BLOCKS, placeOf(5, 'rapport au Conseil avant la fin de la saison'));
    const now = edited(5, (text) => text.replace('au Conseil', 'au conseil'));
    const found = anchor(now, selector);
    expect(found.state).toBe('moved');
    if (found.state === 'orphaned') return;
    const text = now[5]?.text ?? '';
    expect(text.slice(found.place.start, found.place.end)).toBe(
      'rapport au conseil avant la fin de la saison',
    );
  });

  it('does not move to the look-alike when the paragraph is gone', () => {
    const selector = describe(BLOCKS, placeOf(2, 'toutes les formes de discrimination à quai'));
    const now = BLOCKS.filter((_, index) => index !== 2);
    expect(anchor(now, selector).state).toBe('orphaned');
  });

  it('orphans a repeated quote whose surroundings no longer tell, and names the candidates', () => {
    const repeated = blocksOf(['Alpha.', 'Prend note du rapport annuel.', 'Beta.', 'Gamma.']);
    const selector = describe(repeated, {
      paragraphId: repeated[1]?.id ?? '',
      start: 0,
      end: 'Prend note du rapport annuel.'.length,
    });
    const now = blocksOf([
      'Delta un.',
      'Prend note du rapport annuel. Bis.',
      'Delta deux.',
      'Prend note du rapport annuel. Ter.',
      'Delta trois.',
    ]).map((block) => ({ ...block, number: null }));
    const found = anchor(now, selector);
    expect(found.state).toBe('orphaned');
    if (found.state === 'orphaned') expect(found.candidates.length).toBe(2);
  });

  it('never matches a short quote loosely', () => {
    const selector = describe(BLOCKS, placeOf(4, 'mois'));
    const now = edited(4, (text) => text.replace('mois', 'moins'));
    expect(anchor(now, selector)).toEqual({ state: 'orphaned', candidates: [] });
  });

  it('gives the right place or an orphan under random edits, never another paragraph', () => {
    const edit = fc.record({
      drop: fc.nat(5),
      at: fc.nat(5),
      insert: fc.stringMatching(/^[a-z ]{0,30}$/),
    });
    fc.assert(
      fc.property(fc.nat(5), edit, fc.boolean(), (index, { drop, at, insert }, swap) => {
        const text = TEXTS[index] ?? '';
        const selector = describe(BLOCKS, {
          paragraphId: BLOCKS[index]?.id ?? '',
          start: 0,
          end: text.length,
        });
        const tagged = TEXTS.map((own, origin) => ({ own, origin }))
          .filter(({ origin }) => origin !== drop)
          .map(({ own, origin }) => ({ own: origin === at ? own + insert : own, origin }));
        if (swap) tagged.reverse();
        const now = blocksOf(tagged.map(({ own }) => own));
        const found = anchor(now, selector);
        if (found.state === 'orphaned') return;
        const landed = now.findIndex((block) => block.id === found.place.paragraphId);
        expect(tagged[landed]?.origin).toBe(index);
      }),
      { numRuns: 500 },
    );
  });
});
