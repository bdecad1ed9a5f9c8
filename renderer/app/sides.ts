/**
 * The two sides of the window: folded or not is a preference; in a narrow window only the one asked
 * for last is open.
 */
import { useSyncExternalStore } from 'react';
import { openSides } from './open-sides.ts';
import type { Side } from './open-sides.ts';
import { setPreferences, usePreferenceState, usePreferences } from './preferences.ts';
import { useView } from './view.ts';

/** Below this width in CSS pixels only one side is open. */
const NARROW = '(max-width: 1199px)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The sides that show now. */
export function useSides(): Readonly<Record<Side, boolean>> {
  const { leftRail, rightPanel } = usePreferences();
  const narrow = useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
  const last = useView((state) => state.lastSide);
  return openSides({ leftRail, rightPanel }, narrow, last);
}

/** Folds a side away, or brings it back. */
export function toggleSide(side: Side): void {
  const { leftRail, rightPanel } = usePreferenceState.getState().preferences;
  const narrow = matchMedia(NARROW).matches;
  const shown = openSides({ leftRail, rightPanel }, narrow, useView.getState().lastSide)[side];
  useView.setState({ lastSide: shown ? other(side) : side });
  // A side only hidden for lack of room is wanted already.
  if (narrow && !shown) setPreferences({ [other(side)]: false, [side]: true });
  else setPreferences({ [side]: !shown });
}

function other(side: Side): Side {
  return side === 'leftRail' ? 'rightPanel' : 'leftRail';
}
