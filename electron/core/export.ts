/** The formats in which notes leave the library, and the ending of each one's file. */

export const EXPORT_FORMATS = ['md', 'csv', 'html', 'w3c'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Endings without the dot; W3C Web Annotations are JSON-LD. */
export const EXPORT_ENDINGS: Readonly<Record<ExportFormat, string>> = {
  md: 'md',
  csv: 'csv',
  html: 'html',
  w3c: 'jsonld',
};
