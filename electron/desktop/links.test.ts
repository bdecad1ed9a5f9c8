import { describe, expect, it } from 'vitest';
import { linkArgument, waitingLink } from './links.ts';

describe('the link on a command line', () => {
  it.each([
    [['program', 'gmg://p/abcdefghij234567'], 'gmg://p/abcdefghij234567'],
    [['program', '--library', 'L', 'GMG://p/x'], 'GMG://p/x'],
    [['program', 'https://example.org/gmg://p/x'], null],
    [['program'], null],
  ])('%s', (words, link) => {
    expect(linkArgument(words)).toBe(link);
  });

  it('is cut when it is much too long to be one', () => {
    expect(linkArgument([`gmg://p/${'a'.repeat(1_000)}`])).toHaveLength(200);
  });
});

describe('a link that waits', () => {
  it('is told, taken once, and gives way to a newer one', () => {
    let told = 0;
    const link = waitingLink(() => (told += 1));
    link.keep(null);
    expect([told, link.take()]).toEqual([0, null]);
    link.keep('gmg://p/a');
    link.keep('gmg://p/b');
    expect([told, link.take(), link.take()]).toEqual([2, 'gmg://p/b', null]);
  });
});
