/**
 * Gets the page to a place: where the reader left off, a search hit, or what another panel asks
 * for; it turns to the stretch of a long document that holds it.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { DocumentView } from '../../electron/contract/views.ts';
import type { Focus } from '../app/view.ts';
import type { Found } from './FindBar.tsx';
import { stretchOf } from './layout.ts';
import type { Stretch } from './layout.ts';
import { bringUp, elementOf, markCurrent } from './move.ts';
import { goTo, setCurrent, useReading } from './reading.ts';
import type { Goal } from './reading.ts';
import { restorePlace } from './use-place.ts';

interface Travel {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly document: DocumentView;
  readonly stretches: readonly Stretch[];
  readonly focus: Focus | null;
}

/** A place to show once it stands in the page. */
interface Wanted {
  readonly blockId: string;
  readonly takeFocus: boolean;
}

export function useTravel({ scroller, document, stretches, focus }: Travel) {
  const { id } = document.summary;
  const goal = useReading((state) => (state.goal?.documentId === id ? state.goal : null));
  const [stretch, setStretchIndex] = useState(() => {
    const place = focus?.paragraphId ?? placeOf(document)?.paragraphId ?? '';
    return stretchOf(stretches, place);
  });
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [seen, setSeen] = useState<{ focus: Focus | null; goal: Goal | null }>({
    focus: null,
    goal: null,
  });
  // Asked for something new: turned to while rendering, so that the page is there when it is shown.
  if (focus !== seen.focus || (goal !== null && goal !== seen.goal)) {
    const isNewFocus = focus !== seen.focus && focus !== null;
    const next = isNewFocus ? { blockId: focus.paragraphId, takeFocus: true } : goal;
    setSeen({ focus, goal: goal ?? seen.goal });
    if (next !== null) {
      setWanted({ blockId: next.blockId, takeFocus: next.takeFocus });
      setStretchIndex(stretchOf(stretches, next.blockId));
    }
  }

  const open = useEffectEvent(() => {
    const root = scroller.current;
    if (root === null || focus !== null) return;
    const place = placeOf(document);
    const kept = useReading.getState().current[id] ?? place?.paragraphId;
    const row =
      (kept === undefined ? null : elementOf(root, kept)) ??
      root.querySelector<HTMLElement>('[data-row]');
    if (row !== null) {
      markCurrent(root, row);
      setCurrent(id, row.dataset['row'] ?? '');
    }
    if (place !== null) restorePlace(root, place);
  });
  useLayoutEffect(() => open(), []);

  useEffect(() => {
    if (goal !== null) useReading.setState({ goal: null });
  }, [goal]);

  useLayoutEffect(() => {
    const root = scroller.current;
    if (root === null || wanted === null) return;
    const element = elementOf(root, wanted.blockId);
    if (element === null) return;
    if (element.dataset['row'] !== undefined) {
      markCurrent(root, element);
      setCurrent(id, wanted.blockId);
    }
    if (wanted.takeFocus) element.focus({ preventScroll: true });
    bringUp(root, element);
  }, [wanted, id, scroller]);

  const arrived = useMemo<Found>(() => {
    const paragraphId = focus?.paragraphId ?? '';
    const marks = focus?.marks ?? [];
    if (focus?.last !== undefined) return { hits: rangeHits(document, focus), current: null };
    return { hits: marks.map(([start, end]) => ({ paragraphId, start, end })), current: null };
  }, [document, focus]);

  const setStretch = (index: number, step: 1 | -1): void => {
    const pieces = stretches[index]?.pieces ?? [];
    const ids = pieces.flatMap((piece) => (piece.type === 'paragraph' ? [piece.block.id] : []));
    const first = step === 1 ? ids[0] : ids.at(-1);
    setStretchIndex(index);
    if (first !== undefined) goTo(id, first);
  };

  return { stretch, setStretch, arrived };
}

/** Every paragraph of a range as found words; nothing where its end stands before its beginning. */
function rangeHits({ blocks }: DocumentView, { paragraphId, last }: Focus): Found['hits'] {
  const from = blocks.findIndex(({ id }) => id === paragraphId);
  const to = blocks.findIndex(({ id }) => id === last);
  if (from < 0 || to < from) return [];
  return blocks
    .slice(from, to + 1)
    .map(({ id, text }) => ({ paragraphId: id, start: 0, end: text.length }));
}

function placeOf({ summary, place }: DocumentView) {
  return useReading.getState().places[summary.id] ?? place;
}
