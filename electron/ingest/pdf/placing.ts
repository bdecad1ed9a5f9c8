/** Turning: where a point of a page lies once the page, and then its text, stand upright. */

/** Place of a point after turning the page upright, then the text upright. */
export function uprightPlace(
  x: number,
  y: number,
  page: number,
  text: number,
  width: number,
  height: number,
): { x: number; y: number } {
  const first = turnedPlace(x, y, page, width, height);
  return page % 180 === 0
    ? turnedPlace(first.x, first.y, text, width, height)
    : turnedPlace(first.x, first.y, text, height, width);
}

/** Place of a point of a page of the given size, after turning the page clockwise by `degrees`. */
export function turnedPlace(
  x: number,
  y: number,
  degrees: number,
  width: number,
  height: number,
): { x: number; y: number } {
  if (degrees === 90) return { x: y, y: width - x };
  if (degrees === 180) return { x: width - x, y: height - y };
  if (degrees === 270) return { x: height - y, y: x };
  return { x, y };
}
