/** The words around a tagged passage, cut at word boundaries, with the passage's place in them. Pure. */

export interface Excerpt {
  readonly before: string;
  readonly passage: string;
  readonly after: string;
}

/** Code units kept on either side of the passage. */
const AROUND = 180;

/**
 * The passage `exact` in its paragraph. Where the paragraph no longer holds it, the old words stand
 * alone; where it is the whole paragraph, nothing stands around it.
 */
export function excerptOf(text: string, exact: string, around = AROUND): Excerpt {
  const start = exact === '' ? -1 : text.indexOf(exact);
  if (start < 0) return { before: '', passage: exact === '' ? text : exact, after: '' };
  const end = start + exact.length;
  const from = start <= around ? 0 : text.indexOf(' ', start - around) + 1;
  const space = text.length - end <= around ? text.length : text.lastIndexOf(' ', end + around);
  const to = Math.max(end, space);
  return {
    before: `${from > 0 && from <= start ? '… ' : ''}${text.slice(Math.min(from, start), start)}`,
    passage: exact,
    after: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`,
  };
}
