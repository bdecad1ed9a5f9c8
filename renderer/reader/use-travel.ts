/**
 * Gets the page to a place: where the reader left off, a search hit, or what another panel asks
 * for; it turns to the stretch of a long document that holds it.
 */
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { DocumentView } from '../../electron/contract/views.ts';
import type { Focus } from '../app/view.ts';
import type { Found } from './FindBar.tsx';
import { stretchOf } from './layout.ts';
import type { Stretch } from './layout.ts';
import { bringUp, elementOf, markCurrent } from './move.ts';
import { goTo, setCurrent, useReading } from './reading.ts';
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
  const wanted = useRef<Wanted | null>(null);
  const [turned, setTurned] = useState(0);

  const go = useEffectEvent((blockId: string, takeFocus: boolean) => {
    wanted.current = { blockId, takeFocus };
    setStretchIndex(stretchOf(stretches, blockId));
    setTurned((times) => times + 1);
  });

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
    if (focus !== null) go(focus.paragraphId, true);
  }, [focus]);

  useEffect(() => {
    if (goal === null) return;
    go(goal.blockId, goal.takeFocus);
    useReading.setState({ goal: null });
  }, [goal]);

  useLayoutEffect(() => {
    const root = scroller.current;
    const place = wanted.current;
    if (root === null || place === null) return;
    const element = elementOf(root, place.blockId);
    if (element === null) return;
    wanted.current = null;
    if (element.dataset['row'] !== undefined) {
      markCurrent(root, element);
      setCurrent(id, place.blockId);
    }
    if (place.takeFocus) element.focus({ preventScroll: true });
    bringUp(root, element);
  }, [turned, stretch, id, scroller]);

  const arrived = useMemo<Found>(() => {
    const paragraphId = focus?.paragraphId ?? '';
    const marks = focus?.marks ?? [];
    return { hits: marks.map(([start, end]) => ({ paragraphId, start, end })), current: null };
  }, [focus]);

  const setStretch = (index: number, step: 1 | -1): void => {
    const pieces = stretches[index]?.pieces ?? [];
    const ids = pieces.flatMap((piece) => (piece.type === 'paragraph' ? [piece.block.id] : []));
    const first = step === 1 ? ids[0] : ids.at(-1);
    setStretchIndex(index);
    if (first !== undefined) goTo(id, first);
  };

  return { stretch, setStretch, arrived };
}

function placeOf({ summary, place }: DocumentView) {
  return useReading.getState().places[summary.id] ?? place;
}
