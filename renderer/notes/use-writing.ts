/**
 * One editing visit of a note: the text being written, its saves at every pause under one visit id,
 * and the first save of a new note, which makes it.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onFlush } from '../app/flush.ts';
import { createSaver } from './saver.ts';
import type { Saver, SaveState } from './saver.ts';

export interface Writing {
  readonly text: string;
  readonly state: SaveState;
  /** Names the visit: what else is changed in it belongs to the same entry in history. */
  readonly visit: string;
  /** Takes the newest text. */
  write(text: string): void;
  /** Saves what waits; resolves when acknowledged, also when it failed (the state then says so). */
  settle(): Promise<void>;
}

/**
 * @param save gets the text and the visit's id; it rejects when the text could not be saved.
 * @param shared of an editor with several fields, the visit they share.
 */
export function useWriting(
  initial: string,
  save: (text: string, visit: string) => Promise<void>,
  shared?: string,
): Writing {
  const [text, setText] = useState(initial);
  const [state, setState] = useState<SaveState>('saved');
  const [visit] = useState(() => shared ?? crypto.randomUUID());
  const saver = useRef<Saver | null>(null);
  const keep = useEffectEvent((words: string) => save(words, visit));

  useEffect(() => {
    const mine = createSaver((words) => keep(words), setState);
    saver.current = mine;
    const stop = onFlush(() => mine.flush());
    return () => {
      stop();
      // Leaving the editor saves; a failure has been told by the toasts already.
      mine.flush().catch(() => undefined);
    };
  }, []);

  return {
    text,
    state,
    visit,
    write(words) {
      setText(words);
      saver.current?.type(words);
    },
    settle: () => (saver.current?.flush() ?? Promise.resolve()).catch(() => undefined),
  };
}
