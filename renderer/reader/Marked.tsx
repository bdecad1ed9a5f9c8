/**
 * A text with the marks of its footnotes as small buttons in their places. A mark is drawn by the
 * stylesheet and is no text of the page: offsets, copying and searching see the words alone.
 */
import { Fragment } from 'react';
import { useText } from '../i18n/index.ts';
import type { ShownCall } from './layout.ts';

interface MarkedProps {
  readonly text: string;
  /** In the order of their places. */
  readonly calls: readonly ShownCall[];
}

export function Marked({ text, calls }: MarkedProps) {
  const t = useText('reader');
  if (calls.length === 0) return text;
  const last = calls.at(-1)?.at ?? 0;
  return (
    <>
      {calls.map(({ at, mark, noteId }, index) => (
        <Fragment key={`${String(at)} ${noteId}`}>
          {text.slice(calls[index - 1]?.at ?? 0, at)}
          <button
            type="button"
            className="call"
            data-note={noteId}
            data-mark={mark}
            aria-haspopup="dialog"
            aria-label={t('footnote.mark', { mark })}
          />
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  );
}
