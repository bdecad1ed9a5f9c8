/** Days as people type and read them: day, month, year, whatever the system speaks. Pure. */

/** '31/01/2026' for '2026-01-31'; '' for ''. */
export function writtenDay(day: string): string {
  const [year, month, date] = day.split('-');
  return date === undefined ? '' : `${date}/${month ?? ''}/${year ?? ''}`;
}

/**
 * YYYY-MM-DD from what was typed: '31/1/2026', '31.01.26', '31 1 2026', '2026-01-31'. '' for nothing,
 * null for what is no day.
 */
export function readDay(typed: string): string | null {
  const words = typed.trim();
  if (words === '') return '';
  const parts = words.split(/[\s./-]+/u);
  if (parts.length !== 3 || parts.some((part) => !/^\d{1,4}$/u.test(part))) return null;
  const isoFirst = (parts[0] ?? '').length === 4;
  const [year = '', month = '', date = ''] = isoFirst ? parts : parts.toReversed();
  const century = year.length <= 2 ? 2000 : 0;
  const at = new Date(0);
  at.setUTCFullYear(century + Number(year), Number(month) - 1, Number(date));
  const isReal = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(date);
  const day = Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
  return isReal && /^\d{4}-/u.test(day) ? day : null;
}
