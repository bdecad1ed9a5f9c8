/**
 * Where the window opens: the remembered place, brought back onto a screen that exists now.
 */

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest window the interface is made for, in device-independent pixels. */
export const SMALLEST = { width: 800, height: 560 } as const;
const USUAL = { width: 1280, height: 800 } as const;

/**
 * Bounds that lie wholly on one of the screens' work areas (the first is the primary one), the
 * remembered ones changed as little as needed; centred on the primary screen when none are known.
 */
export function placeOn(areas: readonly Bounds[], remembered: Bounds | null): Bounds {
  const [primary = { x: 0, y: 0, ...USUAL }] = areas;
  const wanted = remembered ?? centred(primary);
  const area = areas.reduce(
    (best, next) => (overlap(next, wanted) > overlap(best, wanted) ? next : best),
    primary,
  );
  const width = fit(wanted.width, SMALLEST.width, area.width);
  const height = fit(wanted.height, SMALLEST.height, area.height);
  return {
    x: fit(wanted.x, area.x, area.x + area.width - width),
    y: fit(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function centred(area: Bounds): Bounds {
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

/** Within `least` and `most`; `least` where the two contradict each other. */
function fit(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
