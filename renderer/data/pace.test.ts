import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pace } from './pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function paced() {
  const asked: string[] = [];
  return { asked, paced: pace((queries) => asked.push([...queries].sort().join(' '))) };
}

it('asks at once what is quick, and everything while nothing is imported', () => {
  const { asked, paced: own } = paced();
  own.took('documents.list', 400);
  own.took('library.info', 3);
  own.touched(['library.info', 'documents.list'], false);
  own.touched(['library.info', 'tags.list'], true);
  expect(asked).toEqual(['documents.list library.info', 'library.info tags.list']);
});

it('asks what is slow once for many changes, and leaves it time', () => {
  const { asked, paced: own } = paced();
  own.took('documents.list', 400);
  for (let change = 0; change < 3; change += 1) {
    own.touched(['documents.list'], true);
    vi.advanceTimersByTime(1_000);
  }
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(asked).toEqual(['documents.list']);
});

it('asks what still waits when the import has ended, once', () => {
  const { asked, paced: own } = paced();
  own.took('documents.list', 400);
  own.touched(['documents.list'], true);
  own.flush();
  vi.advanceTimersByTime(10_000);
  expect(asked).toEqual(['documents.list']);
});
