/** A long list that is there a piece at a time: what is in sight first, the rest in quiet moments. */
import { startTransition, useEffect, useState } from 'react';

/** Entries that are added at a time. */
const PIECE = 60;

/**
 * @param count length of the whole list.
 * @param first entries that are in sight when it appears.
 * @param wanted how many have to be there for what is shown or pointed at now.
 * @returns how many entries are there now; grows to `count`.
 */
export function useGrown(count: number, first: number, wanted: number): number {
  const [grown, setGrown] = useState(first);
  const there = Math.min(count, Math.max(grown, wanted));
  useEffect(() => {
    if (there >= count) return;
    const waiting = requestIdleCallback(() => startTransition(() => setGrown(there + PIECE)));
    return () => cancelIdleCallback(waiting);
  }, [there, count]);
  return there;
}
