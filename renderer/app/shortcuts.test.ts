import { describe, expect, it } from 'vitest';
import english from '../i18n/en/shortcuts.json' with { type: 'json' };
import french from '../i18n/fr/shortcuts.json' with { type: 'json' };
import { pressed, printedKeys, SHORTCUT_AREAS, shortcutOf, SHORTCUTS } from './shortcuts.ts';
import type { KeyPress } from './shortcuts.ts';

const key = (name: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});

describe('the keyboard map', () => {
  it.each(SHORTCUT_AREAS)('gives no key two meanings in %s', (area) => {
    const keys = SHORTCUTS.filter((one) => one.area === area || one.area === 'everywhere').flatMap(
      (one) => one.keys,
    );
    const twice = keys.filter((one, place) => keys.indexOf(one) !== place);
    expect(twice).toEqual([]);
  });

  it('has a sentence for each shortcut, and no sentence without one', () => {
    const ids = SHORTCUTS.map(({ id }) => id).sort();
    expect(Object.keys(french.acts).sort()).toEqual(ids);
    expect(Object.keys(english.acts).sort()).toEqual(ids);
  });

  it('reads single letters only where text is read', () => {
    const letters = SHORTCUTS.filter(({ keys }) => keys.some((one) => one.length === 1));
    const areas = new Set(letters.map(({ area }) => area));
    expect(areas).toEqual(new Set(['reader', 'original', 'search']));
  });
});

describe('a key press', () => {
  it('is found whatever the case of the letter', () => {
    expect(shortcutOf(key('k', { ctrlKey: true }), 'everywhere')).toBe('search');
    expect(shortcutOf(key('K', { ctrlKey: true }), 'everywhere')).toBe('search');
    expect(shortcutOf(key('Z', { ctrlKey: true, shiftKey: true }), 'everywhere')).toBe('redo');
    expect(shortcutOf(key('z', { ctrlKey: true }), 'everywhere')).toBe('undo');
  });

  it('takes Command for Ctrl', () => {
    expect(shortcutOf(key('k', { metaKey: true }), 'everywhere')).toBe('search');
  });

  it('means nothing in another area, or with another modifier', () => {
    expect(shortcutOf(key('F2'), 'everywhere')).toBeNull();
    expect(shortcutOf(key('k'), 'everywhere')).toBeNull();
    expect(shortcutOf(key('F6', { shiftKey: true }), 'everywhere')).toBe('previousPane');
  });

  it('keeps a sign that needs Shift on some keyboards', () => {
    expect(pressed(key('?', { shiftKey: true }))).toBe('?');
  });
});

describe('keys as printed', () => {
  it('bear the names on the reader’s keyboard', () => {
    expect(printedKeys('Ctrl+Shift+Z', 'fr')).toBe('Ctrl+Maj+Z');
    expect(printedKeys('Delete', 'fr')).toBe('Suppr');
    expect(printedKeys('Alt+ArrowLeft', 'en')).toBe('Alt+←');
  });
});
