/** What a paste brings: its words, and its headings and paragraphs where whatever it came from had some. */
import { useEffect } from 'react';
import { isTyping } from '../app/shortcuts.ts';

/** Words that were copied. */
export interface Copied {
  readonly text: string;
  /** The same as a piece of a page; null where there are words alone. */
  readonly html: string | null;
}

/** What the clipboard holds, or null where there are no words in it. */
export function copiedIn(data: DataTransfer | null): Copied | null {
  const text = data?.getData('text/plain') ?? '';
  const html = data?.getData('text/html') ?? '';
  return text.trim() === '' ? null : { text, html: html.trim() === '' ? null : html };
}

/** Takes what is pasted while nobody types and no dialog stands open. */
export function useClipboardPaste(isWanted: boolean, take: (copied: Copied) => void): void {
  useEffect(() => {
    if (!isWanted) return;
    const pasted = (event: ClipboardEvent): void => {
      if (isTyping(document.activeElement)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      const copied = copiedIn(event.clipboardData);
      if (copied === null) return;
      event.preventDefault();
      take(copied);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [isWanted, take]);
}
