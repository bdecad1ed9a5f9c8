/** Which recent searches are kept. Pure. */

export const KEPT = 8;

/** Newest first, each once, a few. */
export function withRecent(recent: readonly string[], query: string): readonly string[] {
  const clean = query.trim();
  if (clean === '') return recent;
  return [clean, ...recent.filter((one) => one !== clean)].slice(0, KEPT);
}
