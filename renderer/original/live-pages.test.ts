import { expect, it } from 'vitest';
import { clampPage, LIVE_PAGES, nextZoom, withPage } from './live-pages.ts';

it('keeps the newest pages and never more than may live', () => {
  let live: number[] = [];
  for (const page of [1, 2, 3, 2, 4, 5, 6]) live = withPage(live, page);
  expect(live).toEqual([6, 5, 4, 2, 3]);
  expect(live).toHaveLength(LIVE_PAGES);
});

it('stays within the document', () => {
  expect([clampPage(0, 9), clampPage(12, 9), clampPage(3, 9), clampPage(1, 0)]).toEqual([
    1, 9, 3, 1,
  ]);
});

it('steps through zooms from wherever one stands', () => {
  expect(nextZoom(1.1, 1)).toBe(1.25);
  expect(nextZoom(1.1, -1)).toBe(1);
  expect(nextZoom(3, 1)).toBe(3);
  expect(nextZoom(0.5, -1)).toBe(0.5);
});
