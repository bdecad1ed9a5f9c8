/**
 * How often queries are asked again while an import changes everything every second: at once where
 * an answer is quick, else so seldom that answering takes a small part of the time.
 */

/** Milliseconds within which an answer counts as quick. */
const QUICK = 30;
/** A slow answer is asked for again after so many times what it took. */
const REST = 10;
/** Milliseconds after which even the slowest is asked for again. */
const LONGEST = 6_000;

export interface Pace {
  /** An answer came, so many milliseconds after it was asked for. */
  took(query: string, milliseconds: number): void;
  /** These should be asked again: now, or when their time has come. */
  touched(queries: readonly string[], importing: boolean): void;
  /** Asks at once for all that wait. */
  flush(): void;
}

/** @param ask asks queries again, by name. */
export function pace(ask: (queries: ReadonlySet<string>) => void): Pace {
  const rests = new Map<string, number>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  function askNow(queries: readonly string[]): void {
    for (const query of queries) {
      clearTimeout(waiting.get(query));
      waiting.delete(query);
    }
    if (queries.length > 0) ask(new Set(queries));
  }

  return {
    took(query, milliseconds) {
      rests.set(query, milliseconds > QUICK ? Math.min(milliseconds * REST, LONGEST) : 0);
    },
    touched(queries, importing) {
      const rest = (query: string): number => (importing ? (rests.get(query) ?? 0) : 0);
      askNow(queries.filter((query) => rest(query) === 0));
      for (const query of queries) {
        if (rest(query) === 0 || waiting.has(query)) continue;
        waiting.set(
          query,
          setTimeout(() => askNow([query]), rest(query)),
        );
      }
    },
    flush: () => askNow([...waiting.keys()]),
  };
}
