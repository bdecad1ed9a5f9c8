import { expect, it } from 'vitest';
import { nextZoom, typedPage, ZOOMS } from './zoom.ts';

it('steps through sizes from wherever one stands', () => {
  expect(nextZoom(1.1, 1)).toBe(1.25);
  expect(nextZoom(1.1, -1)).toBe(1);
  expect(nextZoom(ZOOMS[0], -1)).toBe(ZOOMS[0]);
  expect(nextZoom(5, 1)).toBe(5);
});

it('takes a typed page as the nearest one there is', () => {
  expect(['3', ' 12 ', '0', '99', '', 'iv', '-2'].map((typed) => typedPage(typed, 12))).toEqual([
    3,
    12,
    1,
    12,
    null,
    null,
    null,
  ]);
});
