/**
 * Doing from the palette what a key would do: focus and selected words are put back where they were, then
 * whoever answers the act is asked. Acts of a list go to the element in focus as the key they have.
 */
import { isCovered } from './keyboard.ts';
import { isLive, runLive } from './live-acts.ts';
import { setPreferences, usePreferenceState } from './preferences.ts';
import { keysNow } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';
import { isPossible } from './window-acts.ts';
import type { Moment } from './window-acts.ts';

/** Where the reader was when the palette opened. */
export interface Stand {
  readonly focus: HTMLElement | null;
  readonly ranges: readonly Range[];
}

/** Elements that answer the keys of their own area. */
const OWNERS = {
  library: '[role="row"][data-key]',
  search: '[data-hit]',
  sheet: '[data-entry]',
} as const;
const RECENT = 8;
/** Frames to wait for the palette to be gone. */
const PATIENCE = 60;

/** Remembers where the reader is. */
export function standing(): Stand {
  const selection = getSelection();
  const ranges = selection === null || selection.isCollapsed ? [] : [selection.getRangeAt(0)];
  const { activeElement: focus } = document;
  return { focus: focus instanceof HTMLElement && focus !== document.body ? focus : null, ranges };
}

function ownerOf(act: Shortcut, { focus }: Stand): HTMLElement | null {
  if (act.area !== 'library' && act.area !== 'search' && act.area !== 'sheet') return null;
  return focus?.closest(OWNERS[act.area]) == null ? null : focus;
}

/** True when the act would do something now. */
export function canRun(act: Shortcut, stand: Stand, moment: Moment): boolean {
  if (act.area === 'original' && pagesOf(stand) === null) return false;
  if (isLive(act.area, act.id)) return isPossible(act.id, moment);
  return keysNow(act).length > 0 && ownerOf(act, stand) !== null;
}

/** The original's pages: acts on them hold where the reader is on one, or where one is shown. */
function pagesOf({ focus }: Stand): Element | null {
  return focus?.closest('.original-view') ?? document.querySelector('.original-view');
}

/** Does the act once the palette is gone. */
export function runCommand(act: Shortcut, stand: Stand): void {
  const { recentActs } = usePreferenceState.getState().preferences;
  setPreferences({
    recentActs: [act.id, ...recentActs.filter((id) => id !== act.id)].slice(0, RECENT),
  });
  afterPalette(() => {
    if (stand.focus?.isConnected) stand.focus.focus({ preventScroll: true });
    const selection = getSelection();
    for (const range of stand.ranges) {
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
    if (isLive(act.area, act.id))
      runLive(act.area, act.id, { target: targetOf(act, stand), key: '' });
    else press(ownerOf(act, stand), keysNow(act)[0]);
  });
}

/** Acts on the text hold wherever the palette was opened from: the paragraph read is meant. */
function targetOf({ area }: Shortcut, stand: Stand): EventTarget | null {
  if (area === 'original') return pagesOf(stand);
  if (area === 'reader' && stand.focus?.closest('.original-view') == null) return document.body;
  return stand.focus;
}

function afterPalette(act: () => void, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    if (isCovered() && frames > 0) afterPalette(act, frames - 1);
    // The focus is given back by then, or never.
    else setTimeout(act);
  });
}

function press(owner: HTMLElement | null, keys = ''): void {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  owner?.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      ctrlKey: parts.includes('Ctrl'),
      altKey: parts.includes('Alt'),
      shiftKey: parts.includes('Shift'),
      bubbles: true,
      cancelable: true,
    }),
  );
}
