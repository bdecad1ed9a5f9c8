/**
 * Words that are the reader's while the cursor is in their field, and the library's again afterwards,
 * undone ones too: the next visit is one entry in history.
 */
import { useState } from 'react';

interface Held {
  /** The words the field begins with, and its key: a change from outside makes it anew. */
  readonly shown: string;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** @param value the library's words. */
export function useHeld(value: string): Held {
  const [held, setHeld] = useState<string | null>(null);
  return {
    shown: held ?? value,
    onEnter: () => setHeld(value),
    onLeave: () => setHeld(null),
  };
}
