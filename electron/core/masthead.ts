/**
 * What the masthead of a United Nations document says besides its symbol and date. Each is a field on
 * the document under a name of its own, beside those that readers make: editable and found like them.
 */

/** Fields of the masthead, in the order in which they are shown. */
export const MASTHEAD = ['session', 'original', 'distribution', 'agenda'] as const;
export type MastheadField = (typeof MASTHEAD)[number];

/** What a masthead says, in its own words; what it does not say is absent. */
export type Masthead = Readonly<Partial<Record<MastheadField, string>>>;

/** Name under which a field is kept on a document. */
export function mastheadName(field: MastheadField): string {
  return `un:${field}`;
}

/** True for the names of fields that are not the reader's own. */
export function isMastheadName(name: string): boolean {
  return MASTHEAD.some((field) => mastheadName(field) === name);
}
