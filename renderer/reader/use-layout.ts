/**
 * Text, pages of the original, or both: what is shown of a document, kept for each. The paragraph in
 * focus stays in view when the text's column changes.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { DocumentView, OriginalPlace } from '../../electron/contract/views.ts';
import { call } from '../client.ts';
import { bringUp } from './move.ts';
import { setOriginalPlace, useReading } from './reading.ts';

export type Layout = OriginalPlace['layout'];

interface ShownLayout {
  readonly layout: Layout;
  /** Where the reader left off in the pages, or null. */
  readonly place: OriginalPlace | null;
  /** True until the reader chooses: pages then open where they were left. */
  readonly returns: boolean;
  show(layout: Layout): void;
}

/** @param hasPages false: only the text can be shown. */
export function useLayout(
  scroller: RefObject<HTMLElement | null>,
  { summary: { id }, originalPlace }: DocumentView,
  hasPages: boolean,
): ShownLayout {
  const place = useReading.getState().originals[id] ?? originalPlace;
  const [layout, setLayout] = useState<Layout>(hasPages ? (place?.layout ?? 'text') : 'text');
  const [returns, setReturns] = useState(true);
  const before = useRef(layout);

  useLayoutEffect(() => {
    const root = scroller.current;
    const from = before.current;
    before.current = layout;
    if (root === null || layout === from || layout === 'page') return;
    const row = root.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    if (row === null) return;
    bringUp(root, row);
    // Pages alone had the focus, and they are gone or no longer alone.
    if (from === 'page') row.focus({ preventScroll: true });
  }, [layout, scroller]);

  useEffect(() => {
    // After the pages have kept their own last place.
    const kept = useReading.getState().originals[id];
    if (returns || kept === undefined || kept.layout === layout) return;
    const next = { ...kept, layout };
    setOriginalPlace(id, next);
    call('documents.originalPlace', { id, ...next }).catch(() => null);
  }, [id, layout, returns]);

  return {
    layout,
    place,
    returns,
    show(next) {
      setReturns(false);
      setLayout(next);
    },
  };
}
