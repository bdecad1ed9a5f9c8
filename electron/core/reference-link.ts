/**
 * `gmg://` links to a paragraph or a range of paragraphs. A paragraph's id is derived from its
 * original, so the same link leads to the same words in every library that holds the same file.
 */

/** First and last paragraph of a link; the same id twice for a single one. */
export interface ParagraphLink {
  readonly first: string;
  readonly last: string;
}

const LINK = /^gmg:\/\/p\/([a-z2-7]{16})(?:-([a-z2-7]{16}))?\/?$/u;

/** The link to one paragraph, or to a range when `last` differs. */
export function formatLink(first: string, last: string = first): string {
  return last === first ? `gmg://p/${first}` : `gmg://p/${first}-${last}`;
}

/** What a link leads to, or null when the text is no such link. Inverse of `formatLink`. */
export function parseLink(link: string): ParagraphLink | null {
  const match = LINK.exec(link.trim());
  const first = match?.[1];
  return first === undefined ? null : { first, last: match?.[2] ?? first };
}
