/** The sizes a page steps through, and page numbers as typed. Pure. */

/** Factors of the printed size. */
export const ZOOMS = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5] as const;

/** The next size up or down from where one stands, a fitted one included; the same at the ends. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOMS : ZOOMS.toReversed();
  return steps.find((step) => (step - zoom) * direction > 0.01) ?? zoom;
}

/** The page that a field's text means, within the document; null when it is no number. */
export function typedPage(typed: string, pages: number): number | null {
  const number = /^\s*(\d{1,6})\s*$/u.exec(typed)?.[1];
  if (number === undefined) return null;
  return Math.min(Math.max(1, Number(number)), Math.max(1, pages));
}
