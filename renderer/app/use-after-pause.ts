/** What is kept once the reader pauses: at the pause, when the window saves, and when its place goes away. */
import { useCallback, useEffect, useRef } from 'react';
import { onFlush } from './flush.ts';

/** Milliseconds without movement that count as a pause. */
const PAUSE = 700;

/**
 * @param keep keeps what is to be kept; made with `useCallback`. Before another one takes its place,
 * it keeps what was waiting.
 * @returns what to call on each movement.
 */
export function useAfterPause(keep: () => Promise<void>): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const end = useCallback(async () => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    await keep();
  }, [keep]);

  useEffect(() => {
    const stop = onFlush(end);
    return () => {
      stop();
      void end();
    };
  }, [end]);

  return useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => void end(), PAUSE);
  }, [end]);
}
