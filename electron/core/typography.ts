/**
 * French spacing on the page: a space, breaking or not, before ; : ! ? » or after « is shown as a
 * narrow no-break space. One code unit stands for one code unit, so offsets into canonical text hold.
 */

const THIN = '\u202f';

/** The text as it is set on the page: same length, code unit for code unit. */
export function typeset(text: string, language: string): string {
  if (language !== 'fr') return text;
  return text.replace(/[ \u00a0](?=[;:!?»])|(?<=«)[ \u00a0]/gu, THIN);
}
