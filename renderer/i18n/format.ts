/** How numbers, dates, lists and names of languages are written in each interface language. */
import type { Language } from '../../electron/core/document.ts';
import { useLanguage } from './index.ts';

export interface Formats {
  number(value: number): string;
  /** A day and an hour, from UTC milliseconds, in the reader's time zone. */
  moment(at: number): string;
  /** A document's date (YYYY, YYYY-MM or YYYY-MM-DD) as precise as it is; '' stays ''. */
  date(date: string): string;
  /** 'français' for 'fr'; '' for an undetermined language. */
  language(code: Language): string;
  list(items: readonly string[]): string;
  compare(a: string, b: string): number;
}

/** Formats of one language: pure, for tests and outside React. */
export function formats(language: string): Formats {
  const locale = language === 'en' ? 'en-GB' : 'fr-FR';
  const numbers = new Intl.NumberFormat(locale);
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const lists = new Intl.ListFormat(locale);
  const writeDate = dateWriter(locale);
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    number: (value) => numbers.format(value),
    moment: (at) => moments.format(at),
    date: writeDate,
    language: (code) => (code === 'und' || code === '' ? '' : (names.of(code) ?? code)),
    list: (items) => lists.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

const known = new Map<string, Formats>();

/** Formats of the interface's language. */
export function useFormats(): Formats {
  const language = useLanguage();
  const found = known.get(language) ?? formats(language);
  known.set(language, found);
  return found;
}

/** Making a format costs far more than using it: one for months, one for days. */
function dateWriter(locale: string): (date: string) => string {
  const usual = { timeZone: 'UTC', year: 'numeric', month: 'long' } as const;
  const months = new Intl.DateTimeFormat(locale, usual);
  const days = new Intl.DateTimeFormat(locale, { ...usual, day: 'numeric' });
  return (date) => {
    const [year, month, day] = date.split('-').map(Number);
    if (year === undefined || month === undefined) return date;
    const instant = new Date(Date.UTC(year, month - 1, day ?? 1));
    return (day === undefined ? months : days).format(instant);
  };
}
