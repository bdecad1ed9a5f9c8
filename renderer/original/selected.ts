/**
 * The words selected on a page of the original, for the acts of the reading view: one original at a
 * time offers them. Light: it is there before any original is opened.
 */
import type { Place } from '../../electron/core/annotation.ts';

type Source = (selection: Selection | null) => readonly Place[];

let source: Source | null = null;

/** Offers what is selected from now on; the returned function takes the offer back. */
export function offerSelection(offered: Source): () => void {
  source = offered;
  return () => {
    if (source === offered) source = null;
  };
}

/** The places of the words selected on a page; empty when none are, or when they are in doubt. */
export function selectedOnPage(): readonly Place[] {
  return source?.(getSelection()) ?? [];
}

/** The view of the original's pages that an event or a selection stands in, or null. */
export function pageViewOf(target: EventTarget | Node | null): HTMLElement | null {
  const element =
    target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  return element?.closest<HTMLElement>('.original-view') ?? null;
}

/** Gives the pages the focus, where they are shown. */
export function focusPages(): void {
  document.querySelector<HTMLElement>('.original-view')?.focus({ preventScroll: true });
}
