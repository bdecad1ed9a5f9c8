/**
 * How many files are read by parsers at the same time; whoever comes too early waits, first come
 * first served. The most may change while files wait: with the memory that is free, say.
 */

export interface Turns {
  /** Resolves when it is one's turn; the function given ends the turn. */
  take(): Promise<() => void>;
}

/** @param most how many may go on at the same time now; less than one is one. */
export function turns(most: () => number): Turns {
  const waiting: (() => void)[] = [];
  let active = 0;

  function next(): void {
    while (waiting.length > 0 && active < Math.max(1, most())) {
      active += 1;
      waiting.shift()?.();
    }
  }

  return {
    async take() {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        next();
      });
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        active -= 1;
        next();
      };
    },
  };
}

/** The turns of one file. */
export interface Place extends Turns {
  /** Gives the kept place up, unused: whoever needs no parser must keep nobody waiting. */
  leave(): void;
}

/** Turns of one file, whose place in the line is kept from now on, whenever it comes to use it. */
export function placeIn(turns: Turns): Place {
  let kept: Promise<() => void> | null = turns.take();
  return {
    take() {
      const turn = kept ?? turns.take();
      kept = null;
      return turn;
    },
    leave() {
      void kept?.then((end) => end());
      kept = null;
    },
  };
}
