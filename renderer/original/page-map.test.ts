import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../electron/core/document.ts';
import { lettersOf } from './letters.ts';
import { mapPage } from './page-map.ts';

let made = 0;

function block(text: string, page: number, kind: BlockKind = 'paragraph'): Block {
  made += 1;
  return {
    id: `b${String(made)}`,
    ordinal: made,
    section: [],
    kind,
    text,
    number: null,
    marker: null,
    part: 'body',
    page,
    language: 'en',
  };
}

const letters = (text: string) => lettersOf(text).text;
const whole = ({ id, text }: Block) => ({ paragraphId: id, start: 0, end: text.length });

const RECALLS = block('Recalls the commitments made by all Member States in the valley.', 2);
const WELCOMES = block('Welcomes the child-sensitive measures: “no one is left behind”.', 2);

describe('words on a page', () => {
  const printed =
    'A/RES/1 12. Recalls the commitments³ made by all Mem ber States in the val-\nley. ' +
    '13. Welcomes the childsensitive measures: "no one is left behind". 3/5';
  const map = mapPage([RECALLS, WELCOMES], 2, letters(printed));

  it('are found through hyphens, broken words, marks of notes and other quotes', () => {
    const read = (one: Block) => {
      const found = map.words(whole(one));
      return typeof found === 'string'
        ? found
        : found.map(({ first, last }) => map.letters.slice(first, last + 1));
    };
    expect(read(RECALLS)).toEqual(['recallsthecommitments3madebyallmemberstatesinthevalley']);
    expect(read(WELCOMES)).toEqual(['welcomesthechildsensitivemeasuresnooneisleftbehind']);
  });

  it('lead back to the text they came from', () => {
    const at = map.letters.indexOf('madebyall');
    const { places, found } = map.places(at, at + 'madebyallmember'.length - 1);
    const { text, id } = RECALLS;
    const start = text.indexOf('made by');
    expect(places).toEqual([{ paragraphId: id, start, end: start + 'made by all Member'.length }]);
    expect(found).toBe('madebyallmember'.length);
    expect(map.blockAt(map.letters.indexOf('3welcomes'), 3)).toBe(WELCOMES.id);
  });

  it('are nowhere when the page says something else', () => {
    const other = mapPage(
      [RECALLS],
      2,
      letters('Quite another page, about the harvest of olives.'),
    );
    expect(other.ids).toEqual([]);
    expect(other.words(whole(RECALLS))).toBe('elsewhere');
  });
});

describe('a paragraph that goes on overleaf', () => {
  const long = block('It begins on the second page with these words and ends on the third.', 2);
  const next = block('Another paragraph of the third page stands below it.', 3);

  it('stands on both pages with what is printed there', () => {
    const head = mapPage([long, next], 2, letters('7. It begins on the second page with these'));
    const tail = mapPage([long, next], 3, letters(`words and ends on the third. ${next.text}`));
    expect(head.words(whole(long))).toHaveLength(1);
    expect(tail.ids).toEqual([long.id, next.id]);
    const start = long.text.indexOf('words and');
    expect(tail.words({ paragraphId: long.id, start: 0, end: 12 })).toBe('elsewhere');
    expect(tail.words({ paragraphId: long.id, start, end: long.text.length })).toEqual([
      { first: 0, last: letters('words and ends on the third').length - 1 },
    ]);
  });

  it('is not taken for a running title that repeats its beginning', () => {
    const title = block('Report of the working group on the reception of families', 2, 'heading');
    const page = letters(`Report of the working group on the reception of families ${next.text}`);
    expect(mapPage([title, next], 3, page).ids).toEqual([next.id]);
  });
});

/** Sentences as the United Nations write them: beginnings and ends come again and again. */
const OPENINGS = [
  'Recalls the importance of',
  'Emphasizes the importance of',
  'Calls upon States to',
];
const MIDDLES = [
  'international cooperation',
  'cooperation with all States',
  'the rights of migrants',
];
const ENDS = ['in all regions of the world', 'and invites them to report', 'at its next session'];

const sentence = fc
  .tuple(fc.constantFrom(...OPENINGS), fc.constantFrom(...MIDDLES), fc.constantFrom(...ENDS))
  .map((parts) => `${parts.join(' ')}.`);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.join(' '));

/** What happens to a paragraph in print: as it is, with a note's mark, or badly read. */
const print = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(' of ', ' of1 '),
  (text) => text.replace('importance', 'irnportancc'),
  (text) => text.replace(/(\w{12}.).*/su, '$1'),
);

describe('near-identical paragraphs', () => {
  it('never lend each other their places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(paragraph, print, fc.boolean()), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        (drawn, from, length) => {
          const blocks = drawn.map(([text]) => block(text, 1));
          let page = letters('A/RES/73/7 Recalls the importance of');
          const places = drawn.map(([text, printed, kept], index) => {
            page += letters(`${String(index + 1)}.`);
            const start = page.length;
            // A paragraph may be missing on the page: drawn as a picture, or in another place.
            if (kept) page += letters(printed(text));
            return { start, end: page.length };
          });
          const map = mapPage(blocks, 1, page);
          blocks.forEach((one, index) => {
            const start = from % one.text.length;
            const end = Math.min(one.text.length, start + 1 + (length % 80));
            const found = map.words({ paragraphId: one.id, start, end });
            if (typeof found === 'string') return;
            const own = places[index] ?? { start: 0, end: 0 };
            for (const { first, last } of found) {
              expect(first).toBeGreaterThanOrEqual(own.start);
              expect(last).toBeLessThan(own.end);
            }
          });
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
