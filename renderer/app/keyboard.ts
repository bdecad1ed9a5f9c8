/** Brings keys and menu acts to the acts they mean. Screens listen for their own areas with `useShortcuts`. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Asked } from './live-acts.ts';
import { listenFor } from './live-acts.ts';
import type { ShortcutArea, ShortcutId } from './shortcuts.ts';
import { isTyping, shortcutOf } from './shortcuts.ts';
import { menuAct, WINDOW_ACTS } from './window-acts.ts';

/** Shortcuts that words being typed keep for themselves: the field undoes its own letters. */
const FIELD_OWNS: readonly ShortcutId[] = ['undo', 'redo'];

/** True when a dialog is open: the window behind it does not listen. */
export function isCovered(): boolean {
  return document.querySelector('[role="dialog"][data-rac], .veil') !== null;
}

/**
 * Answers the shortcuts of one area while the component is shown. A handler that answers `false` did
 * nothing: the key goes on to whoever else wants it. Single letters never fire while typing.
 */
export function useShortcuts(
  area: ShortcutArea,
  acts: Readonly<Partial<Record<ShortcutId, (event: Asked) => unknown>>>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const id = shortcutOf(event, area);
    const act = id === null ? undefined : acts[id];
    if (id === null || act === undefined) return;
    if (isCovered() && id !== 'help') return;
    const typing = isTyping(event.target);
    if (typing && (FIELD_OWNS.includes(id) || isPlain(event))) return;
    if (act(event) === false) return;
    event.preventDefault();
    if (area === 'everywhere') event.stopPropagation();
  });
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  }, [acts]);
  useEffect(
    () =>
      listenFor(area, {
        has: (id) => latest.current[id] !== undefined,
        run: (id, asked) => latest.current[id]?.(asked),
      }),
    [area],
  );
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    // Fields and lists keep the keys they see to themselves: what holds everywhere comes before them.
    const options = { capture: area === 'everywhere' };
    document.addEventListener('keydown', listener, options);
    return () => document.removeEventListener('keydown', listener, options);
  }, [area]);
}

/** True for keys that write or move in a field: no Ctrl, no Alt, no function key. */
function isPlain({ ctrlKey, altKey, metaKey, key }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !metaKey && !/^F\d+$/.test(key);
}

/** The window's own shortcuts and the main process' menu. */
export function useWindowShortcuts(): void {
  useShortcuts('everywhere', WINDOW_ACTS);
  useEffect(() => {
    const listener = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== window || typeof data !== 'object' || data === null) return;
      if ('act' in data && typeof data.act === 'string') menuAct(data.act);
    };
    window.addEventListener('message', listener);
    return () => window.removeEventListener('message', listener);
  }, []);
}
