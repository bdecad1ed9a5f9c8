/**
 * Editors with words not saved yet: each registers how it saves, and the window asks all of them
 * before it closes, undoes, or goes elsewhere.
 */
const pending = new Set<() => Promise<void>>();

/** Registers an editor's save; the returned function takes it back. */
export function onFlush(save: () => Promise<void>): () => void {
  pending.add(save);
  return () => pending.delete(save);
}

/** Saves everything that waits; resolves when all has been acknowledged. */
export async function flush(): Promise<void> {
  await Promise.all([...pending].map((save) => save()));
}
