/**
 * The numbers anchoring is decided by, each with its reason. UN boilerplate repeats itself, so a
 * place is taken only when it is good enough and clearly better than the next best.
 */

/** Shares of a candidate's score; they add up to 1. */
export const WEIGHTS = {
  /** How much of the quoted words is there, by edit distance. */
  quote: 0.6,
  /** How well the words before agree: tells one "Réaffirmant …" from the next. */
  prefix: 0.13,
  /** The same on the other side. */
  suffix: 0.13,
  /** Same part and same official number: a strong hint in a numbered text, none elsewhere. */
  number: 0.1,
  /** Nearness to the old relative place: breaks ties only. */
  position: 0.04,
} as const;

/** Least score at which a place counts; below, the annotation is orphaned. */
export const THRESHOLD = 0.84;

/** The same where the words on both sides are verbatim: then the quote itself may have changed more. */
export const THRESHOLD_SURROUNDED = 0.72;

/** Least lead over the runner-up; closer than this, two places could be meant. */
export const MARGIN = 0.06;

/** Largest share of a quote's code units that may differ in a fuzzy match. */
export const MAX_ERROR_RATE = 0.25;

/** A quote shorter than this is never matched fuzzily: too many look-alikes. */
export const MIN_FUZZY_LENGTH = 12;

/**
 * Least agreement of the context on a side for it to speak for a place: an edited sentence keeps
 * its neighbours, a look-alike (« à quai » for « en mer ») does not.
 */
export const CONTEXT_NEEDED = 0.5;

/** A verbatim quote shorter than this needs its context on both sides: « Nations Unies » is everywhere. */
export const SHORT_QUOTE = 40;

/** From this length a verbatim quote is its own proof: only a whole sentence repeats that long. */
export const LONG_QUOTE = 160;

/** Blocks looked at closely in fuzzy matching: those that share most words with the quote. */
export const FUZZY_BLOCKS = 12;

/** Candidates shown with an orphan, best first. */
export const SHOWN_CANDIDATES = 5;
