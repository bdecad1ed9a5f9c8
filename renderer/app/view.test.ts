import { beforeEach, describe, expect, it } from 'vitest';
import {
  closeDocument,
  currentDocument,
  currentScreen,
  openDocument,
  resetView,
  show,
  travel,
  useView,
} from './view.ts';

const state = () => useView.getState();
const screen = () => currentScreen(state());

beforeEach(() => resetView({ name: 'library' }));

describe('the history of screens', () => {
  it('goes back and forward, and forgets what lay ahead when another way is taken', () => {
    show({ name: 'bin' });
    show({ name: 'imports' });
    travel(-1);
    expect(screen().name).toBe('bin');
    travel(1);
    expect(screen().name).toBe('imports');
    travel(-1);
    show({ name: 'start' });
    travel(1);
    expect(screen().name).toBe('start');
    travel(-1);
    travel(-1);
    travel(-1);
    expect(screen().name).toBe('library');
  });

  it('keeps one entry for a search however long one types', () => {
    show({ name: 'search', query: 'm' });
    show({ name: 'search', query: 'migr' });
    show({ name: 'search', query: 'migrants' });
    travel(-1);
    expect(screen()).toEqual({ name: 'library' });
    travel(1);
    expect(screen()).toEqual({ name: 'search', query: 'migrants' });
  });

  it('adds nothing when the screen shown is asked for again', () => {
    show({ name: 'bin' });
    show({ name: 'bin' });
    travel(-1);
    expect(screen().name).toBe('library');
  });

  it('stays within a limit', () => {
    for (let step = 0; step < 500; step += 1) show({ name: 'tag', id: `t${step}` });
    expect(state().visited.length).toBeLessThanOrEqual(100);
    expect(screen()).toEqual({ name: 'tag', id: 't499' });
  });
});

describe('open documents', () => {
  it('have one tab each, in the order they were opened', () => {
    openDocument('a');
    openDocument('b');
    openDocument('a');
    expect(state().tabs).toEqual(['a', 'b']);
    expect(currentDocument(state())).toBe('a');
  });

  it('move again when the same paragraph is asked for twice', () => {
    openDocument('a', { paragraphId: 'p', marks: [[0, 3]] });
    const first = screen();
    openDocument('a', { paragraphId: 'p', marks: [[0, 3]] });
    const second = screen();
    if (first.name !== 'document' || second.name !== 'document') throw new Error('no document');
    expect(second.focus?.paragraphId).toBe('p');
    expect(second.focus?.at).not.toBe(first.focus?.at);
  });

  it('show their neighbour when closed, and the library when the last is closed', () => {
    openDocument('a');
    openDocument('b');
    openDocument('c');
    travel(-1);
    closeDocument('b');
    expect(currentDocument(state())).toBe('c');
    closeDocument('c');
    expect(currentDocument(state())).toBe('a');
    closeDocument('a');
    expect(screen().name).toBe('library');
    expect(state().tabs).toEqual([]);
  });

  it('leave the screen alone when another one is shown', () => {
    openDocument('a');
    show({ name: 'bin' });
    closeDocument('a');
    expect(screen().name).toBe('bin');
  });

  it('get their tab back when the history leads to them', () => {
    openDocument('a');
    show({ name: 'library' });
    closeDocument('a');
    travel(-1);
    expect(currentDocument(state())).toBe('a');
    expect(state().tabs).toEqual(['a']);
  });
});
