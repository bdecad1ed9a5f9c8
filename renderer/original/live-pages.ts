/** Which pages of an original keep a canvas: the one in view first, then its neighbours. Pure. */

/** More than this eats the memory of an old laptop. */
export const LIVE_PAGES = 5;

/** The pages drawn already, newest first, once `page` is in view. One-based. */
export function withPage(live: readonly number[], page: number): number[] {
  return [page, ...live.filter((other) => other !== page)].slice(0, LIVE_PAGES);
}

/** A page number within the document. */
export function clampPage(page: number, pages: number): number {
  return Math.min(Math.max(1, Math.round(page)), Math.max(1, pages));
}

export const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** The next zoom up or down from where one stands, fit-to-width included; the same at the ends. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOMS : ZOOMS.toReversed();
  const further = steps.find((step) => (step - zoom) * direction > 0.01);
  return further ?? zoom;
}
