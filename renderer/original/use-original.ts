/** An open original: its pages as they can be drawn, and whether it could be opened at all. */
import { useEffect, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { usePasswords } from '../unlock/known.ts';
import { isLocked, openOriginal } from './pdf.ts';

export interface Original {
  readonly state: 'loading' | 'open' | 'locked' | 'failed';
  readonly pdf: PDFDocumentProxy | null;
}

const LOADING: Original = { state: 'loading', pdf: null };

/** Opens the original while the component is shown, and frees its memory afterwards. */
export function useOriginal(hash: string): Original {
  const password = usePasswords(({ known }) => known[hash]);
  const [opened, setOpened] = useState<{ hash: string; original: Original }>({
    hash,
    original: LOADING,
  });
  useEffect(() => {
    let left = false;
    const task = openOriginal(hash, password);
    task.promise.then(
      (pdf) => {
        if (!left) setOpened({ hash, original: { state: 'open', pdf } });
      },
      (error: unknown) => {
        const state = isLocked(error) ? 'locked' : 'failed';
        if (!left) setOpened({ hash, original: { state, pdf: null } });
      },
    );
    return () => {
      left = true;
      void task.destroy();
    };
  }, [hash, password]);
  return opened.hash === hash ? opened.original : LOADING;
}
