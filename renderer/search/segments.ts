/** A text cut at its marks, for showing: pure. */
import type { Snippet } from '../../electron/contract/views.ts';

export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** The pieces of a text in order; together they are the text. Marks out of range are cut to it. */
export function segments({ text, marks }: Snippet): readonly Segment[] {
  const pieces: Segment[] = [];
  let end = 0;
  for (const [from, to] of marks) {
    const start = Math.max(from, end);
    const stop = Math.min(to, text.length);
    if (start >= stop) continue;
    if (start > end) pieces.push({ text: text.slice(end, start), marked: false });
    pieces.push({ text: text.slice(start, stop), marked: true });
    end = stop;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}
