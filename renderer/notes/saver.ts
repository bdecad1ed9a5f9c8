/**
 * Saves what is being written at every pause, one save at a time, always the newest text. It knows
 * nothing of notes: what saving means is handed in.
 */

/** `waiting`: typed and not yet saved; `failed`: the last try failed, the text is still held. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface Saver {
  /** Takes the newest text; it is saved after the pause. */
  type(text: string): void;
  /** Saves now what isn't saved yet; resolves when done. Rejects when it could not be saved. */
  flush(): Promise<void>;
}

/** Milliseconds without typing that count as a pause. */
export const PAUSE = 600;

export function createSaver(
  save: (text: string) => Promise<void>,
  onState: (state: SaveState) => void,
  pause: number = PAUSE,
): Saver {
  let pending: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (pending !== null) {
      const text = pending;
      pending = null;
      onState('saving');
      try {
        await save(text);
      } catch (error) {
        pending ??= text;
        onState('failed');
        throw error;
      }
    }
    onState('saved');
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (running !== null) return running;
    if (pending === null) return Promise.resolve();
    running = drain().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    type(text) {
      pending = text;
      if (running === null) onState('waiting');
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        // The failure is shown by its state; the text stays held for the next try.
        flush().catch(() => undefined);
      }, pause);
    },
    flush,
  };
}
