import fc from 'fast-check';
import { describe as suite, expect, it } from 'vitest';
import { anchor, describe } from '../anchor/index.ts';
import type { Selector } from '../annotation.ts';
import type { Block } from '../document.ts';
import { FaultError } from '../fault.ts';
import { applyCorrections, correctionOf } from './index.ts';
import type { Correction, CorrectionRequest } from './index.ts';

const idOf = (part: string, text: string, nth: number) => `${part}/${text}/${String(nth)}`;

function blocksOf(lines: readonly (string | Partial<Block>)[]): Block[] {
  const seen = new Map<string, number>();
  return lines.map((line, ordinal): Block => {
    const given = typeof line === 'string' ? { text: line } : line;
    const text = given.text ?? '';
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return {
      kind: 'paragraph',
      number: null,
      marker: null,
      part: 'body',
      page: null,
      language: 'fr',
      ordinal,
      section: [],
      ...given,
      text,
      id: idOf('body', text, nth),
    };
  });
}

const TEXTS = [
  'Le quai nord ferme à la tombée de la nuit.',
  'Les passeurs tiennent un registre. Les passagers le signent au départ.',
  'Même formule.',
  'Le bureau du port publie chaque mois le nombre des traversées.',
  'Même formule.',
  'La barque de secours reste amarrée près du phare.',
];

/** Asks for one correction after the other, each on the text as the ones before left it. */
function correct(
  blocks: readonly Block[],
  requests: readonly ((now: readonly Block[]) => CorrectionRequest)[],
) {
  const corrections: Correction[] = [];
  let now = applyCorrections(blocks, corrections, idOf);
  for (const request of requests) {
    corrections.push(correctionOf(now.blocks, request(now.blocks)));
    now = applyCorrections(blocks, corrections, idOf);
  }
  return { ...now, corrections };
}

const idAt = (blocks: readonly Block[], words: string) =>
  blocks.find(({ text }) => text.includes(words))?.id ?? '';
const cutBefore =
  (words: string) =>
  (now: readonly Block[]): CorrectionRequest => {
    const block = now.find(({ text }) => text.includes(words));
    return { kind: 'split', paragraphId: block?.id ?? '', at: block?.text.indexOf(words) ?? 0 };
  };
const act =
  (kind: 'join' | 'drop' | 'restore' | 'paragraph', words: string) =>
  (now: readonly Block[]): CorrectionRequest => ({
    kind,
    paragraphId: idAt(now, words),
  });

suite('corrections', () => {
  it('keeps the marks of footnotes in their places when a paragraph is cut and joined again', () => {
    const text = 'Le registre. La barque.';
    const calls = [
      { at: 12, mark: '1', note: 'n1' },
      { at: 22, mark: '2', note: 'n2' },
    ];
    const blocks = blocksOf([{ text, calls }]);
    const cut = ([one]: readonly Block[]): CorrectionRequest => ({
      kind: 'split',
      paragraphId: one?.id ?? '',
      at: 13,
    });
    const halves = correct(blocks, [cut]).blocks;
    expect(halves.map((block) => [block.text, block.calls])).toEqual([
      ['Le registre.', [{ at: 12, mark: '1', note: 'n1' }]],
      ['La barque.', [{ at: 9, mark: '2', note: 'n2' }]],
    ]);
    const again = correct(blocks, [
      cut,
      ([, two]) => ({ kind: 'join', paragraphId: two?.id ?? '' }),
    ]).blocks;
    expect(again[0]).toMatchObject({ text, calls });
  });

  it('split at a word, and tell where the words went', () => {
    const blocks = blocksOf(TEXTS);
    const { blocks: now, aliases, outcomes } = correct(blocks, [cutBefore('Les passagers')]);
    expect(now.map(({ text }) => text).slice(1, 3)).toEqual([
      'Les passeurs tiennent un registre.',
      'Les passagers le signent au départ.',
    ]);
    expect(aliases.get(blocks[1]?.id ?? '')).toEqual([now[1]?.id, now[2]?.id]);
    expect(outcomes).toEqual([now[2]?.id]);
  });

  it('never cut inside a word, and refuse a cut without words on both sides', () => {
    const blocks = blocksOf(TEXTS);
    const inside = correct(blocks, [
      (now) => ({ kind: 'split', paragraphId: now[0]?.id ?? '', at: 5 }),
    ]);
    expect(inside.blocks[1]?.text).toBe('quai nord ferme à la tombée de la nuit.');
    for (const at of [1, 5_000]) {
      const request = { kind: 'split', paragraphId: blocks[0]?.id ?? '', at } as const;
      expect(() => correctionOf(blocks, request)).toThrow(FaultError);
    }
    expect(() =>
      correctionOf(blocks, { kind: 'join', paragraphId: blocks[0]?.id ?? '' }),
    ).toThrow();
    expect(() => correctionOf(blocks, { kind: 'drop', paragraphId: 'nobody' })).toThrow(
      'not-found',
    );
  });

  it('lift a number off when cut, and put it back when joined', () => {
    const blocks = blocksOf([
      { text: 'Un texte. 13. Un autre texte.', number: '12', marker: '12.' },
    ]);
    const cut = correct(blocks, [cutBefore('13.')]);
    expect(cut.blocks.map(({ number, marker, text }) => [number, marker, text])).toEqual([
      ['12', '12.', 'Un texte.'],
      ['13', '13.', 'Un autre texte.'],
    ]);
    const joined = correct(blocks, [cutBefore('13.'), act('join', 'Un autre')]);
    expect(joined.blocks).toMatchObject(blocks);
  });

  it('join over what was set aside between two pages', () => {
    const blocks = blocksOf([
      'Un début sans',
      { text: 'Page 4', kind: 'furniture' },
      'fin nulle part.',
    ]);
    const { blocks: now } = correct(blocks, [act('join', 'fin nulle')]);
    expect(now.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', 'Un début sans fin nulle part.'],
      ['furniture', 'Page 4'],
    ]);
  });

  it('renumber, make headings and paragraphs, set aside and take back, under the same id', () => {
    const blocks = blocksOf([...TEXTS, { text: 'Pied de page', kind: 'furniture' }]);
    const { blocks: now } = correct(blocks, [
      (at) => ({ kind: 'number', paragraphId: at[1]?.id ?? '', number: '12 bis' }),
      (at) => ({ kind: 'heading', paragraphId: at[0]?.id ?? '', level: 2 }),
      act('drop', 'barque'),
      act('restore', 'Pied'),
    ]);
    expect(now.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
    expect(now[1]).toMatchObject({ number: '12 bis', marker: '12 bis.' });
    expect(now[0]).toMatchObject({ kind: 'heading', level: 2 });
    expect([now[5]?.kind, now[6]?.kind]).toEqual(['furniture', 'paragraph']);
    const back = correct(now, [act('paragraph', 'quai nord')]).blocks[0];
    expect(back?.kind).toBe('paragraph');
    expect(back !== undefined && 'level' in back).toBe(false);
  });

  it('lose no word and keep the order, whatever is done; a cut joined again is undone', () => {
    const step = fc.record({
      kind: fc.constantFrom('split', 'join', 'heading', 'drop', 'restore'),
      block: fc.nat(20),
      at: fc.nat(80),
    });
    const words = (blocks: readonly Block[]) =>
      blocks
        .map(({ text }) => text)
        .join(' ')
        .split(' ');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const blocks = blocksOf(TEXTS);
        const corrections: Correction[] = [];
        let now: readonly Block[] = blocks;
        for (const { kind, block, at } of steps) {
          const target = now[block % now.length];
          if (target === undefined) continue;
          const { id: paragraphId, text } = target;
          const request = {
            kind,
            paragraphId,
            ...(kind === 'split' ? { at: 1 + (at % text.length) } : {}),
            ...(kind === 'heading' ? { level: 1 } : {}),
          } as CorrectionRequest;
          let made: Correction;
          try {
            made = correctionOf(now, request);
          } catch {
            continue;
          }
          const result = applyCorrections(blocks, [...corrections, made], idOf);
          expect(result.outcomes).not.toContain(null);
          expect(new Set(result.blocks.map(({ id }) => id)).size).toBe(result.blocks.length);
          if (kind === 'split') {
            const second = result.outcomes.at(-1) ?? '';
            const rejoin = correctionOf(result.blocks, { kind: 'join', paragraphId: second });
            const back = applyCorrections(blocks, [...corrections, made, rejoin], idOf).blocks;
            expect(back.map(({ id, text: own }) => [id, own])).toEqual(
              now.map(({ id, text: own }) => [id, own]),
            );
          }
          corrections.push(made);
          now = result.blocks;
        }
        expect(words(now).sort()).toEqual(words(blocks).sort());
        // Only a join over what was set aside may move words past others.
        if (!steps.some(({ kind }) => kind === 'drop')) expect(words(now)).toEqual(words(blocks));
      }),
      { numRuns: 300 },
    );
  });
});

suite('corrections after the original was read anew', () => {
  const blocks = blocksOf(TEXTS);
  const { corrections } = correct(blocks, [
    cutBefore('Les passagers'),
    (now) => ({ kind: 'number', paragraphId: idAt(now, 'nombre des'), number: '7' }),
    act('drop', 'barque'),
  ]);

  it('find their paragraphs by their words where a comma has changed', () => {
    const again = blocksOf(
      TEXTS.map((text) => text.replace('registre.', 'registre, relié.').replace('mois', 'mois,')),
    );
    const { blocks: now, outcomes } = applyCorrections(again, corrections, idOf);
    expect(outcomes).not.toContain(null);
    expect(now.find(({ text }) => text.startsWith('Les passagers'))).toBeDefined();
    expect(now.find(({ text }) => text.includes('nombre des'))?.number).toBe('7');
  });

  it('are told to apply no longer where their words are gone, and the others still do', () => {
    const again = blocksOf(TEXTS.filter((text) => !text.includes('nombre des')));
    const { blocks: now, outcomes } = applyCorrections(again, corrections, idOf);
    expect(outcomes.map((outcome) => outcome === null)).toEqual([false, true, false]);
    expect(now.find(({ text }) => text.includes('barque'))?.kind).toBe('furniture');
  });
});

suite('notes on corrected paragraphs', () => {
  const blocks = blocksOf(TEXTS);
  const text = TEXTS[1] ?? '';
  const on = (words: string, index = 1): Selector => {
    const start = blocks[index]?.text.indexOf(words) ?? -1;
    const paragraphId = blocks[index]?.id ?? '';
    return describe(blocks, { paragraphId, start, end: start + words.length });
  };
  /** The words a note stands on now. */
  const found = (now: readonly Block[], selector: Selector): string[] => {
    const at = anchor(now, selector);
    if (at.state === 'orphaned') return ['orphaned'];
    expect(at.state).toBe('exact');
    return [at.place, ...(at.also ?? [])].map(
      ({ paragraphId, start, end }) =>
        now.find(({ id }) => id === paragraphId)?.text.slice(start, end) ?? 'nowhere',
    );
  };

  it('stand on both halves of a paragraph that was cut', () => {
    const { blocks: now } = correct(blocks, [cutBefore('Les passagers')]);
    expect(found(now, on(text))).toEqual([
      'Les passeurs tiennent un registre.',
      'Les passagers le signent au départ.',
    ]);
    expect(found(now, on('registre'))).toEqual(['registre']);
    expect(found(now, on('signent'))).toEqual(['signent']);
    expect(found(now, on('registre. Les passagers'))).toEqual(['registre.', 'Les passagers']);
  });

  it('stand inside the paragraph theirs was joined to', () => {
    const { blocks: now } = correct(blocks, [
      act('join', 'barque'),
      act('join', 'Même formule. La'),
    ]);
    const sentence = 'La barque de secours reste amarrée près du phare.';
    expect(found(now, on(sentence, 5))).toEqual([sentence]);
    expect(found(now, on('Même formule.', 4))).toEqual(['Même formule.']);
    expect(anchor(now, on('Même formule.', 4))).toMatchObject({
      place: { paragraphId: idAt(now, 'barque') },
    });
  });

  it('find their words through any cuts and joins', () => {
    const step = fc.record({ split: fc.boolean(), block: fc.nat(20), at: fc.nat(80) });
    const place = fc.record({ index: fc.nat(5), start: fc.nat(60), length: fc.nat(60) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), place, (steps, { index, start, length }) => {
        const own = TEXTS[index] ?? '';
        const from = start % own.length;
        const quote = own.slice(from, from + 1 + length);
        // A note on a mere space has no words to stay on.
        fc.pre(/[^ ]/.test(quote));
        const to = from + quote.length;
        const selector = describe(blocks, {
          paragraphId: blocks[index]?.id ?? '',
          start: from,
          end: to,
        });
        let now: readonly Block[] = blocks;
        const corrections: Correction[] = [];
        for (const { split, block, at } of steps) {
          const target = now[block % now.length];
          if (target === undefined) continue;
          const { id: paragraphId } = target;
          try {
            corrections.push(
              correctionOf(
                now,
                split
                  ? { kind: 'split', paragraphId, at: 1 + (at % target.text.length) }
                  : { kind: 'join', paragraphId },
              ),
            );
          } catch {
            continue;
          }
          now = applyCorrections(blocks, corrections, idOf).blocks;
        }
        const at = anchor(now, selector);
        expect(at.state).not.toBe('orphaned');
        if (at.state === 'orphaned') return;
        const words = [at.place, ...(at.also ?? [])].map((one) =>
          now.find(({ id }) => id === one.paragraphId)?.text.slice(one.start, one.end),
        );
        expect(words.join('').replaceAll(' ', '')).toBe(quote.replaceAll(' ', ''));
      }),
      { numRuns: 400 },
    );
  });
});
