/** Keys, clicks and focus in the text: each is turned into an act on the passage it means. */
import type { FocusEvent, MouseEvent, RefObject } from 'react';
import type { HighlightColour } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { editNote } from '../notes/draft.ts';
import { useShortcuts } from '../app/keyboard.ts';
import type { Asked } from '../app/live-acts.ts';
import { show } from '../app/view.ts';
import type { TagTarget } from '../tags/tag-target.ts';
import { addToBasket } from '../sheet/add.ts';
import { pageViewOf } from '../original/selected.ts';
import { elementOf, keepInView, markCurrent, stepFrom } from './move.ts';
import type { OpenMenu } from './NumberMenu.tsx';
import { annotationAt, placesOf } from './marks.ts';
import { clearPicked, pickedIn, pickTo, togglePicked } from './picked.ts';
import { nextBookmark } from './bookmarks.ts';
import { goTo, pointAt, setCurrent, showNote } from './reading.ts';
import { samePlaces, targetOf } from './target.ts';
import { offsetIn } from './selection-dom.ts';
import type { Target } from './target.ts';
import { resize } from '../app/text-size.ts';
import type { Acts } from './use-acts.ts';

interface KeysInput {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly documentId: string;
  readonly paragraphs: readonly Block[];
  readonly acts: Acts;
  readonly annotations: readonly AnnotationView[];
  readonly hasOriginal: boolean;
  /** Shows the original so, or the text alone where it is shown so already. */
  readonly toggleOriginal: (layout: 'beside' | 'page') => void;
  readonly openBar: (bar: 'find' | 'goTo') => void;
  readonly openMenu: (menu: OpenMenu) => void;
  readonly openTags: (open: { target: TagTarget; beside: Element }) => void;
  readonly openFootnote: (mark: HTMLElement) => void;
  readonly nextStretch: (step: 1 | -1) => void;
}

/** The acts as menus and buttons call them: on the passage that is meant at that moment. */
export interface TargetActs {
  /** Puts the focus on the paragraph. */
  focus(): void;
  highlight(colour?: HighlightColour): void;
  note(kind: 'note' | 'question' | 'translation'): void;
  followUp(): void;
  tag(): void;
  bookmark(): void;
  basket(): void;
  similar(): void;
  copyReference(): void;
  copyLink(): void;
  original(): void;
}

export interface Keys extends TargetActs {
  onClick(event: MouseEvent): void;
  onFocus(event: FocusEvent): void;
  onContextMenu(event: MouseEvent): void;
}

export function useKeys(input: KeysInput): Keys {
  const { scroller, documentId, paragraphs, acts } = input;

  const currentRow = (): HTMLElement | null =>
    scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]') ?? null;

  /** Runs an act on the target; answers false where there is none, so that the key goes on. */
  const on = (act: (target: Target) => void): boolean => {
    const root = scroller.current;
    const current = currentRow()?.dataset['row'] ?? null;
    const target = root === null ? null : targetOf(root, paragraphs, current);
    if (target === null) return false;
    act(target);
    if (target.selected) settle(target);
    return true;
  };

  /** After an act on selected words the selection goes, and focus stays with its paragraph. */
  const settle = ({ paragraphs: [first] }: Target): void => {
    getSelection()?.removeAllRanges();
    const root = scroller.current;
    const row = root === null || first === undefined ? null : elementOf(root, first.id);
    if (root !== null && row !== null && !root.contains(document.activeElement)) {
      markCurrent(root, row);
    }
  };

  const step = (direction: 1 | -1, event: Asked): boolean => {
    const root = scroller.current;
    if (root === null || !readsHere(root, event.target)) return false;
    const from = currentRow();
    const onPage = pageViewOf(event.target) !== null;
    // On a page arrows scroll, as in every viewer; letters go from paragraph to paragraph.
    if (onPage && event.key.startsWith('Arrow')) return false;
    const inFocus = onPage || isHidden(root) || from?.contains(document.activeElement) === true;
    const next = inFocus ? stepFrom(root, from, direction) : from;
    if (next === null) input.nextStretch(direction);
    else if (onPage || isHidden(root)) {
      markCurrent(root, next);
      setCurrent(documentId, next.dataset['row'] ?? '');
      keepInView(root, next);
    } else {
      next.focus({ preventScroll: true });
      keepInView(root, next);
    }
    return true;
  };

  /** The paragraphs marked, in the order of the text; none while words are selected. */
  const marked = (): readonly Block[] => {
    const ids = pickedIn(documentId);
    if (ids.size === 0 || getSelection()?.isCollapsed === false) return [];
    return paragraphs.filter(({ id }) => ids.has(id));
  };

  /** Marks from the paragraph in focus to the one beside, which then has the focus. */
  const pickOn = (direction: 1 | -1, event: Asked): boolean => {
    const root = scroller.current;
    const from = currentRow()?.dataset['row'];
    // Shift and an arrow extend words that are selected, as everywhere.
    if (root === null || from === undefined || !root.contains(document.activeElement)) return false;
    if (getSelection()?.isCollapsed === false) return false;
    if (!step(direction, event)) return false;
    const to = currentRow()?.dataset['row'] ?? from;
    pickTo(documentId, orderOf(paragraphs), from, to);
    return true;
  };

  const pick = (): boolean => {
    const id = currentRow()?.dataset['row'];
    if (id === undefined) return false;
    togglePicked(documentId, id);
    return true;
  };

  const tagMarked = (blocks: readonly Block[]): boolean => {
    const root = scroller.current;
    const [first] = blocks;
    if (root === null || first === undefined) return false;
    const tagsOf = ({ id, text }: Block): string[] =>
      input.annotations
        .filter((one) =>
          samePlaces(placesOf(one), [{ paragraphId: id, start: 0, end: text.length }]),
        )
        .flatMap(({ tags }) => tags);
    const target = {
      type: 'many',
      paragraphs: blocks.map(({ id }) => ({ documentId, paragraphId: id })),
      annotations: [],
      documents: [],
      tags: blocks.map(tagsOf),
    } as const;
    const beside = root.parentElement?.parentElement?.querySelector('.picked-bar') ?? root;
    input.openTags({ target, beside });
    return true;
  };

  const basket = (): boolean => {
    const blocks = marked();
    if (blocks.length === 0) return on(acts.basket);
    addToBasket(blocks.map(({ id }) => ({ documentId, paragraphId: id })));
    return true;
  };

  const toBookmark = (direction: 1 | -1, { target }: Asked): boolean => {
    if (!readsHere(scroller.current, target)) return false;
    const here = currentRow()?.dataset['row'] ?? null;
    const next = nextBookmark(paragraphs, input.annotations, here, direction);
    if (next === null) return false;
    goTo(documentId, next);
    return true;
  };

  const tag = (): boolean =>
    tagMarked(marked()) ||
    on(({ places, paragraphs: [first] }) => {
      const root = scroller.current;
      if (root === null || first === undefined) return;
      const row = elementOf(root, first.id);
      const beside = isHidden(root) ? markedOnPage() : (row?.querySelector('.words') ?? row);
      if (beside === null) return;
      const target = { type: 'places', documentId, places: [...places] } as const;
      input.openTags({ target, beside });
    });

  const here = (act: () => boolean) => (event: Asked) =>
    readsHere(scroller.current, event.target) ? act() : false;

  const inColour = (colour: HighlightColour) =>
    here(() => on((target) => acts.highlight(target, colour)));

  const openMenuAt = (row: HTMLElement, x: number, y: number): void => {
    const id = row.dataset['row'];
    if (id === undefined) return;
    row.focus({ preventScroll: true });
    input.openMenu({ paragraphId: id, name: row.querySelector('.number')?.ariaLabel ?? '', x, y });
  };

  useShortcuts('reader', {
    nextParagraph: (event) => step(1, event),
    previousParagraph: (event) => step(-1, event),
    highlight: here(() => on((target) => acts.highlight(target))),
    'highlight-yellow': inColour('yellow'),
    'highlight-green': inColour('green'),
    'highlight-blue': inColour('blue'),
    'highlight-rose': inColour('rose'),
    'highlight-violet': inColour('violet'),
    note: here(() => on((target) => acts.note(target, 'note'))),
    question: here(() => on((target) => acts.note(target, 'question'))),
    translation: here(() => on((target) => acts.note(target, 'translation'))),
    followUp: here(() => on(acts.followUp)),
    tag: here(tag),
    basket: here(basket),
    pick: here(pick),
    pickDown: (event) => pickOn(1, event),
    pickUp: (event) => pickOn(-1, event),
    unpick: here(clearPicked),
    bookmark: here(() => on(acts.bookmark)),
    nextBookmark: (event) => toBookmark(1, event),
    previousBookmark: (event) => toBookmark(-1, event),
    similar: here(() => on(acts.similar)),
    copyReference: here(() => on(acts.copyReference)),
    copyLink: here(() => on(acts.copyLink)),
    ...(input.hasOriginal
      ? {
          original: here(() => (input.toggleOriginal('beside'), true)),
          originalAlone: here(() => (input.toggleOriginal('page'), true)),
        }
      : {}),
    find: () => input.openBar('find'),
    goTo: here(() => (input.openBar('goTo'), true)),
    printDocument: () => show({ name: 'print', id: documentId }),
    numberMenu: here(() => {
      const row = currentRow();
      if (row === null || scroller.current === null || isHidden(scroller.current)) return false;
      const { left, bottom } = (row.querySelector('.number') ?? row).getBoundingClientRect();
      openMenuAt(row, left, bottom);
      return true;
    }),
    larger: () => resize(1),
    smaller: () => resize(-1),
  });

  return {
    focus: () => currentRow()?.focus(),
    highlight: (colour) => void on((target) => acts.highlight(target, colour)),
    note: (kind) => void on((target) => acts.note(target, kind)),
    followUp: () => void on(acts.followUp),
    tag: () => void tag(),
    basket: () => void basket(),
    bookmark: () => void on(acts.bookmark),
    similar: () => void on(acts.similar),
    copyReference: () => void on(acts.copyReference),
    copyLink: () => void on(acts.copyLink),
    original: () => input.toggleOriginal('beside'),
    onClick(event) {
      if (!(event.target instanceof Element)) return;
      const number = event.target.closest<HTMLElement>('[data-number]');
      const mark = event.target.closest<HTMLElement>('[data-note]');
      const link = event.target.closest<HTMLElement>('[data-goto]');
      const translation = event.target.closest<HTMLElement>('[data-translation]');
      if (number !== null) {
        const row = number.closest<HTMLElement>('[data-row]');
        const { left, bottom } = number.getBoundingClientRect();
        const id = row?.dataset['row'];
        if (row === null || id === undefined) return;
        if (event.ctrlKey || event.metaKey) togglePicked(documentId, id);
        else if (event.shiftKey) {
          const here = currentRow()?.dataset['row'] ?? id;
          pickTo(documentId, orderOf(paragraphs), here, id);
          getSelection()?.removeAllRanges();
        } else openMenuAt(row, left, bottom);
      } else if (mark !== null) {
        input.openFootnote(mark);
      } else if (translation !== null) {
        editNote(translation.dataset['translation'] ?? '');
      } else if (link !== null) {
        event.preventDefault();
        goTo(documentId, (link.dataset['goto'] ?? '').replace(/^f-/u, ''));
      } else if (getSelection()?.isCollapsed !== false) {
        const note = noteUnder(event, input.annotations);
        if (note === null) pointAt(null);
        else showNote(note.id);
      }
    },
    onFocus(event) {
      if (!(event.target instanceof HTMLElement)) return;
      const row = event.target.closest<HTMLElement>('[data-row]');
      const id = row?.dataset['row'];
      if (row === null || id === undefined || scroller.current === null) return;
      markCurrent(scroller.current, row);
      setCurrent(documentId, id);
    },
    onContextMenu(event) {
      if (!(event.target instanceof Element)) return;
      const row = event.target.closest<HTMLElement>('[data-row]');
      if (row === null) return;
      event.preventDefault();
      const byKey = event.button !== 2 || (event.clientX === 0 && event.clientY === 0);
      const box = (row.querySelector('.number') ?? row).getBoundingClientRect();
      openMenuAt(row, byKey ? box.left : event.clientX, byKey ? box.bottom : event.clientY);
    },
  };
}

function orderOf(paragraphs: readonly Block[]): string[] {
  return paragraphs.map(({ id }) => id);
}

/** True while the original is shown alone. */
function isHidden(root: HTMLElement): boolean {
  return root.clientHeight === 0;
}

/** Where the paragraph in focus, or the first words selected, stand on a page; the view at worst. */
function markedOnPage(): Element | null {
  const view = document.querySelector('.original-view');
  return view?.querySelector("[data-kind='focus']") ?? view;
}

/** Keys count for the text when focus is in it, or nowhere in particular. */
function readsHere(root: HTMLElement | null, target: EventTarget | null): boolean {
  if (root === null || !(target instanceof Node)) return false;
  if (root.contains(target) || pageViewOf(target) !== null) return true;
  return (
    target === document.body || (target instanceof Element && target.matches('[data-pane="page"]'))
  );
}

/** The annotation on the very word that was clicked, or null. */
function noteUnder(
  { clientX, clientY, target }: MouseEvent,
  annotations: readonly AnnotationView[],
): AnnotationView | null {
  const text = target instanceof Element ? target.closest<HTMLElement>('[data-text]') : null;
  const caret = document.caretPositionFromPoint(clientX, clientY);
  const id = text?.dataset['text'];
  if (text === null || id === undefined || caret === null) return null;
  if (!text.contains(caret.offsetNode)) return null;
  return annotationAt(annotations, id, offsetIn(text, caret.offsetNode, caret.offset));
}
