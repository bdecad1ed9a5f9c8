/** Puts an orphaned note's places together from those that stand and those the reader chose. Pure. */
import type { Place } from '../../electron/core/annotation.ts';
import type { TargetView } from '../../electron/contract/views.ts';

/**
 * All places of the note in its targets' order, or null while an orphaned target has none chosen.
 * @param chosen places by index of target.
 */
export function settledPlaces(
  targets: readonly TargetView[],
  chosen: ReadonlyMap<number, Place>,
): readonly Place[] | null {
  const places: Place[] = [];
  for (const [index, { anchor }] of targets.entries()) {
    const place = anchor.state === 'orphaned' ? chosen.get(index) : anchor.place;
    if (place === undefined) return null;
    places.push(place);
  }
  return places;
}
