import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver, PAUSE } from './saver.ts';
import type { SaveState } from './saver.ts';

describe('createSaver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves the newest text once after a pause', async () => {
    const saved: string[] = [];
    const states: SaveState[] = [];
    const saver = createSaver(
      (text) => Promise.resolve(void saved.push(text)),
      (state) => states.push(state),
    );
    saver.type('a');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    saver.type('ab');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(saved).toEqual(['ab']);
    expect(states).toEqual(['waiting', 'waiting', 'saving', 'saved']);
  });

  it('saves one at a time, and what was typed meanwhile after it', async () => {
    const saved: string[] = [];
    let release = (): void => undefined;
    const saver = createSaver(
      (text) =>
        new Promise((resolve) => {
          release = () => {
            saved.push(text);
            resolve();
          };
        }),
      () => undefined,
    );
    saver.type('one');
    const done = saver.flush();
    saver.type('two');
    release();
    await vi.advanceTimersByTimeAsync(0);
    release();
    await done;
    expect(saved).toEqual(['one', 'two']);
  });

  it('holds the text when a save fails, and saves it at the next try', async () => {
    const saved: string[] = [];
    const states: SaveState[] = [];
    let broken = true;
    const saver = createSaver(
      (text) => {
        if (broken) return Promise.reject(new Error('disk'));
        saved.push(text);
        return Promise.resolve();
      },
      (state) => states.push(state),
    );
    saver.type('kept');
    await expect(saver.flush()).rejects.toThrow('disk');
    expect(states.at(-1)).toBe('failed');
    broken = false;
    await saver.flush();
    expect(saved).toEqual(['kept']);
  });

  it('has nothing to do when nothing was typed', async () => {
    const save = vi.fn(() => Promise.resolve());
    await createSaver(save, () => undefined).flush();
    expect(save).not.toHaveBeenCalled();
  });
});
