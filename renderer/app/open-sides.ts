/** Which of the two sides show, worked out from what is wanted and how much room there is: pure. */
export type Side = 'leftRail' | 'rightPanel';

/** Which sides show, given what the reader wants and how wide the window is. */
export function openSides(
  wanted: Readonly<Record<Side, boolean>>,
  narrow: boolean,
  last: Side,
): Readonly<Record<Side, boolean>> {
  if (!narrow || !wanted.leftRail || !wanted.rightPanel) return wanted;
  return { leftRail: last === 'leftRail', rightPanel: last === 'rightPanel' };
}
