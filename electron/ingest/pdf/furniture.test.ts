/** What repeats on pages, and what only looks as if it did. */
import { expect, it } from 'vitest';
import { furnitureOf } from './furniture.ts';
import type { Line } from './lines.ts';

const HEIGHT = 800;

/** Pages with one line at the head and one in the middle. */
function setAside(heads: readonly string[]): string[] {
  const pages = heads.map((text, at) => {
    const line = (shown: string, y: number) =>
      ({ text: shown, y, page: at + 1 }) as unknown as Line;
    return { height: HEIGHT, lines: [line(text, 770), line(`Words of page ${at + 1}.`, 400)] };
  });
  return [...furnitureOf(pages)].map(({ text }) => text);
}

it.each([
  [['Report of the port', 'Report of the port', 'Report of the port']],
  [['A/RES/90/1 2/4', 'A/RES/90/1 3/4', 'A/RES/90/1 4/4']],
  [['Port report 2 – 3', 'Port report 4 – 5', 'Port report 6 – 7']],
])('sets running heads aside: %j', (heads) => {
  expect(setAside(heads)).toEqual(heads);
});

it.each([
  [
    [
      '4. The pilots recommend that',
      '9. The pilots recommend that',
      '12. The pilots recommend that',
    ],
  ],
  [['Recommendation 4', 'Recommendation 9', 'Recommendation 17']],
])('keeps paragraphs with numbers of their own: %j', (heads) => {
  expect(setAside(heads)).toEqual([]);
});
