/**
 * `gmg://` links that come from outside: the word of a command line that is one, and the one that
 * waits for the window. What a link leads to, the window asks the archive.
 */

/** A link is some forty letters; what is longer is none, and is cut where it is shown. */
const LONGEST = 200;

/** The first word that is meant as a link, even a malformed one, or null. */
export function linkArgument(words: readonly string[]): string | null {
  const link = words.find((word) => /^gmg:/iu.test(word));
  return link === undefined ? null : link.slice(0, LONGEST);
}

export interface WaitingLink {
  /** Keeps a link until it is taken; a newer one takes its place. Null changes nothing. */
  keep(link: string | null): void;
  /** Answers the link once. */
  take(): string | null;
}

/** @param told is called when a link waits. */
export function waitingLink(told: () => void): WaitingLink {
  let waiting: string | null = null;
  return {
    keep(link) {
      if (link === null) return;
      waiting = link;
      told();
    },
    take() {
      const link = waiting;
      waiting = null;
      return link;
    },
  };
}
