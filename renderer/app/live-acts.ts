/**
 * Who answers which acts at this moment: parts of the window that are shown register here, so that the
 * palette can call what a key would.
 */
import type { ShortcutArea, ShortcutId } from './shortcuts.ts';

/** What an act is told: where it was asked, and by which key. */
export type Asked = Pick<KeyboardEvent, 'target' | 'key'>;

interface Listener {
  readonly has: (id: ShortcutId) => boolean;
  readonly run: (id: ShortcutId, asked: Asked) => unknown;
}

const listeners = new Map<ShortcutArea, Set<Listener>>();

/** Answers the acts of an area from now on; the returned function ends it. */
export function listenFor(area: ShortcutArea, listener: Listener): () => void {
  const there = listeners.get(area) ?? new Set();
  listeners.set(area, there.add(listener));
  return () => there.delete(listener);
}

/** True when something shown answers the act. */
export function isLive(area: ShortcutArea, id: ShortcutId): boolean {
  return [...(listeners.get(area) ?? [])].some(({ has }) => has(id));
}

/** Does the act; false when nothing that is shown did it. */
export function runLive(area: ShortcutArea, id: ShortcutId, asked: Asked): boolean {
  return [...(listeners.get(area) ?? [])].some(
    (listener) => listener.has(id) && listener.run(id, asked) !== false,
  );
}
