/**
 * Every number that shapes the order of results, with the reason for it. Tuned by reason and
 * checked on judged queries, never fitted to one set.
 */
export const WEIGHTS = {
  /** BM25's saturation: how soon another occurrence of a word stops mattering. */
  saturation: 1.5,
  /** Length normalisation among short passages: there, longer mostly means more complete. */
  lengthShort: 0.25,
  /** Length normalisation among long texts: there, longer mostly means wordier. */
  lengthLong: 0.75,
  /** Average paragraph length, in letters, at which `lengthLong` fully applies. */
  longLetters: 3_000,
  /** A word in the very form that was typed (accents and case aside). */
  exact: 1,
  /** A word that only shares its stem with the typed one. */
  stem: 0.78,
  /** A word that begins like an unfinished or starred one. */
  prefix: 0.75,
  /** A word one typing error away, times its likeness, for words the vocabulary lacks. */
  fuzzy: 0.8,
  /** A thesaurus equivalent instead of the typed term: below the typed one. */
  expansion: 0.6,
  /** A word found only in the headings above the paragraph or in the document's title. */
  heading: 0.35,
  /** Bonus for all wanted words being there, growing with the share of what was asked. */
  coverage: 0.1,
  /** Bonus for two neighbouring query words standing side by side, as a share of their weight. */
  adjacent: 0.45,
  /** Words between them after which standing close no longer counts. */
  nearness: 6,
  /** Lift of a paragraph whose official number was asked for; above any sum of words. */
  number: 1000,
  /** Lift of paragraphs of a document whose symbol was asked for. */
  symbol: 500,
  /** Share left to a text that was recognised in pictures: the same text typed comes first. */
  recognised: 0.93,
  /** Share left to a reader's working translation: the text itself comes first. */
  translation: 0.9,
  /** Lift, within an asked symbol, of adopted texts over texts about them. */
  adopted: 5,
} as const;

/** Bounds that keep a search within its time. */
export const LIMITS = {
  /** Paragraphs ranked finely, after FTS5's own ranking chose them. */
  reranked: 40,
  /** Matching paragraphs FTS5 may rank: common words beyond it no longer choose, only rank. */
  ranked: 8_000,
  /** The same where a word is only begun. */
  rankedBeginnings: 1_500,
  /** Matches so few that all are ranked finely, without FTS5's ranking first. */
  reread: 64,
  /** Of matches that are too many for FTS5's ranking, so many are ranked finely. */
  sampled: 100,
  /** Matches counted exactly; of more it is said that there are at least so many. */
  counted: 10_000,
  /** Matches that facets are counted over. */
  faceted: 10_000,
  /** Best hits that another order than by relevance puts in order. */
  ordered: 200,
  /** Spellings one unknown word may be expanded to. */
  spellings: 6,
  /** Snippet's length, UTF-16 code units. */
  snippet: 240,
} as const;
