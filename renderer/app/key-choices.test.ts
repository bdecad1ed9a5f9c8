import { describe, expect, it } from 'vitest';
import { allowedKeys, clashOf, withKey } from './key-choices.ts';
import { SHORTCUTS } from './shortcuts.ts';

const SHIPPED = { keys: {}, letters: true };
const note = { id: 'note', area: 'reader', keys: ['n'] };

describe('the keys of an act', () => {
  it('are as shipped while nothing was chosen', () => {
    expect(allowedKeys('nextParagraph', ['j', 'ArrowDown'], SHIPPED)).toEqual(['j', 'ArrowDown']);
  });

  it('change for the single one only', () => {
    const choice = { keys: { nextParagraph: 's' }, letters: true };
    expect(allowedKeys('nextParagraph', ['j', 'ArrowDown'], choice)).toEqual(['s', 'ArrowDown']);
  });

  it('go when the reader wants none, for one act or for all', () => {
    expect(allowedKeys('note', ['n'], { keys: { note: '' }, letters: true })).toEqual([]);
    expect(allowedKeys('note', ['n'], { keys: { note: 'x' }, letters: false })).toEqual([]);
    expect(allowedKeys('find', ['Ctrl+F'], { keys: {}, letters: false })).toEqual(['Ctrl+F']);
  });

  it('cannot be given to an act that has no single key', () => {
    expect(allowedKeys('find', ['Ctrl+F'], { keys: { find: 'x' }, letters: true })).toEqual([
      'Ctrl+F',
    ]);
  });
});

describe('a key that is chosen', () => {
  it('clashes with the act that has it already, in the places that listen together', () => {
    expect(clashOf(note, 't', SHORTCUTS, SHIPPED)?.id).toBe('tag');
    expect(clashOf(note, 'w', SHORTCUTS, SHIPPED)?.id).toBe('fitWidth');
    expect(clashOf(note, 'z', SHORTCUTS, SHIPPED)).toBeNull();
  });

  it('is free again when the other act gave it up', () => {
    expect(clashOf(note, 't', SHORTCUTS, { keys: { tag: '' }, letters: true })).toBeNull();
  });

  it('may be the same in places that never listen together', () => {
    const result = { id: 'basketResult', area: 'search', keys: ['b'] };
    expect(clashOf(result, 'n', SHORTCUTS, SHIPPED)).toBeNull();
  });

  it('is kept only where it differs from the shipped one', () => {
    expect(withKey({}, note, 'x')).toEqual({ note: 'x' });
    expect(withKey({ note: 'x' }, note, 'n')).toEqual({});
    expect(withKey({ note: 'x' }, note, '')).toEqual({ note: '' });
  });
});
