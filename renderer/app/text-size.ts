/** The sizes reading text comes in, and stepping through them. */
import { setPreferences, usePreferenceState } from './preferences.ts';

/** CSS pixels. */
export const SIZES = [14, 15, 16, 17, 18, 19, 20, 22, 24, 28, 32, 36, 40] as const;

/** The next size up or down from any size; the same at the ends. */
export function nextSize(size: number, step: 1 | -1): number {
  const sizes = step === 1 ? SIZES : SIZES.toReversed();
  return sizes.find((other) => (other - size) * step > 0) ?? size;
}

/** Makes the reading text one step larger or smaller. */
export function resize(step: 1 | -1): void {
  const { textSize } = usePreferenceState.getState().preferences;
  const next = nextSize(textSize, step);
  if (next !== textSize) setPreferences({ textSize: next });
}
