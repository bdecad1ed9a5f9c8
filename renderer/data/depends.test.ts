import { describe, expect, it } from 'vitest';
import { DEPENDS, isTouched } from './depends.ts';

describe('what a change touches', () => {
  it('asks again only what shows the changed kind', () => {
    expect(isTouched('annotations.list', ['annotations', 'history'])).toBe(true);
    expect(isTouched('annotations.list', ['imports'])).toBe(false);
    expect(isTouched('search.query', ['corpus'])).toBe(true);
  });

  it('leaves alone what is no query of the archive', () => {
    expect(isTouched('shell.info', ['library'])).toBe(false);
    expect(isTouched(undefined, ['library'])).toBe(false);
  });

  it('reaches every kind of change through some query', () => {
    const shown = new Set(Object.values(DEPENDS).flat());
    expect([...shown].sort()).toEqual(
      [
        'annotations',
        'colours',
        'corpus',
        'documents',
        'folders',
        'history',
        'imports',
        'library',
        'ocr',
        'sheet',
        'tags',
      ].sort(),
    );
  });
});
