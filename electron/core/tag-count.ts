/** What can be chosen when tags are counted: the same for the archive and for the screens that ask it. */

/** What is counted. */
export const TAG_UNITS = ['passages', 'paragraphs', 'documents'] as const;
export type TagUnit = (typeof TAG_UNITS)[number];

/** What documents are grouped by in a table of tags. */
export const TAG_COLUMNS = ['document', 'body', 'year', 'kind', 'language', 'own'] as const;
export type TagColumn = (typeof TAG_COLUMNS)[number];
