/**
 * How a long answer crosses to a window: a list, or a value's `items`, in parts, so that no frame is
 * missed while it is read. It knows how a value is taken apart, and how it is put together again.
 */

/** Most items in one part. */
const LONGEST = 250;

/** A value in parts: the beginnings of its list, and the value with no more than the list's end. */
export function apart(value: unknown): {
  readonly parts: readonly (readonly unknown[])[];
  readonly last: unknown;
} {
  const list = listOf(value);
  if (list === null || list.length <= LONGEST) return { parts: [], last: value };
  const parts: (readonly unknown[])[] = [];
  let at = 0;
  for (; at + LONGEST < list.length; at += LONGEST) parts.push(list.slice(at, at + LONGEST));
  return { parts, last: withList(value, list.slice(at)) };
}

/** The value whole again, from its last message and the items that came before. */
export function together(items: readonly unknown[], last: unknown): unknown {
  return items.length === 0 ? last : withList(last, [...items, ...(listOf(last) ?? [])]);
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const isObject = typeof value === 'object' && value !== null;
  return isObject && 'items' in value && Array.isArray(value.items) ? value.items : null;
}

function withList(value: unknown, list: readonly unknown[]): unknown {
  return Array.isArray(value) ? list : { ...(value as object), items: list };
}
