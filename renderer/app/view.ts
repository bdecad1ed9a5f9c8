/**
 * What the window shows: the screen, its history, the tabs of open documents, the search as typed.
 * View state alone; no row of the archive is ever kept here.
 */
import { create } from 'zustand';
import type { PassageChoices } from '../tags/passage-choices.ts';

/** Pairs of start and end (exclusive) into a paragraph's text. */
export type Marks = readonly (readonly [number, number])[];

/** Where to go in a document: `at` differs on each visit, so that asking twice moves twice. */
export interface Focus {
  readonly paragraphId: string;
  readonly marks: Marks;
  /** Last paragraph of a range, all of which is marked; absent for a single paragraph. */
  readonly last?: string;
  readonly at: number;
}

export type Screen =
  | { readonly name: 'start' }
  | { readonly name: 'library' }
  | { readonly name: 'guides' }
  | { readonly name: 'bin' }
  | { readonly name: 'imports' }
  | { readonly name: 'sheet' }
  | { readonly name: 'followUps' }
  | { readonly name: 'bookmarks' }
  | { readonly name: 'search'; readonly query: string }
  | {
      readonly name: 'tag';
      readonly id: string;
      /** How its passages are shown; absent: as the tag is opened anew. */
      readonly choices?: PassageChoices;
    }
  /** The codebook; `tagId` of the tag whose card is open, or null. */
  | { readonly name: 'codebook'; readonly tagId: string | null }
  /** Tags counted by document or group of documents, or tag by tag. */
  | { readonly name: 'matrix'; readonly compare: 'documents' | 'tags' }
  | { readonly name: 'report'; readonly id: string }
  | { readonly name: 'print'; readonly id: string }
  | { readonly name: 'document'; readonly id: string; readonly focus: Focus | null };

export interface ViewState {
  /** Screens visited, oldest first. */
  readonly visited: readonly Screen[];
  /** Place in `visited` of the screen shown. */
  readonly current: number;
  /** Ids of open documents, in the order of their tabs. */
  readonly tabs: readonly string[];
  /** What the left rail shows beside a document. */
  readonly railTab: 'outline' | 'library';
  /** The side asked for last: the one that stays open in a narrow window. */
  readonly lastSide: 'leftRail' | 'rightPanel';
  /** True while the list of shortcuts is open. */
  readonly help: boolean;
  /** True while the palette of acts is open. */
  readonly palette: boolean;
  /** True while keys are being changed. */
  readonly changingKeys: boolean;
  /** True while the author's name is being asked. */
  readonly askingAuthor: boolean;
}

const HISTORY_LIMIT = 100;
let visits = 0;

export const useView = create<ViewState>(() => ({
  visited: [{ name: 'library' }],
  current: 0,
  tabs: [],
  railTab: 'outline',
  lastSide: 'leftRail',
  help: false,
  palette: false,
  changingKeys: false,
  askingAuthor: false,
}));

/** The screen shown. */
export function currentScreen(state: ViewState): Screen {
  return state.visited[state.current] ?? { name: 'start' };
}

/** The document shown, or null on another screen. */
export function currentDocument(state: ViewState): string | null {
  const screen = currentScreen(state);
  return screen.name === 'document' ? screen.id : null;
}

function isSamePlace(a: Screen, b: Screen): boolean {
  if (a.name === 'document') return b.name === 'document' && a.id === b.id && b.focus === null;
  if (a.name === 'tag' || a.name === 'report' || a.name === 'print')
    return b.name === a.name && a.id === b.id;
  return a.name === b.name;
}

/**
 * Shows a screen. A search typed further, another card, or another view of the same tag replaces the one
 * before it in the history.
 */
export function show(screen: Screen): void {
  useView.setState((state) => {
    const here = currentScreen(state);
    if (isSamePlace(here, screen)) {
      const refines = screen.name === 'tag' && screen.choices !== undefined;
      const refinable = ['search', 'codebook', 'matrix'].includes(screen.name);
      if (!refinable && !refines) return state;
      return { visited: state.visited.with(state.current, screen) };
    }
    const visited = [...state.visited.slice(0, state.current + 1), screen].slice(-HISTORY_LIMIT);
    return { visited, current: visited.length - 1 };
  });
}

/** Opens a document in its tab, at a paragraph where one is named. */
export function openDocument(
  id: string,
  {
    paragraphId,
    marks = [],
    last = paragraphId,
  }: { readonly paragraphId?: string; readonly marks?: Marks; readonly last?: string } = {},
): void {
  const range = last === undefined || last === paragraphId ? {} : { last };
  const focus = paragraphId === undefined ? null : { paragraphId, marks, ...range, at: ++visits };
  useView.setState(({ tabs }) => ({ tabs: tabs.includes(id) ? tabs : [...tabs, id] }));
  show({ name: 'document', id, focus });
}

/** Closes a tab; the one beside it is shown, or the library when it was the last. */
export function closeDocument(id: string): void {
  const { tabs } = useView.getState();
  const place = tabs.indexOf(id);
  if (place < 0) return;
  const left = tabs.filter((tab) => tab !== id);
  useView.setState({ tabs: left });
  if (currentDocument(useView.getState()) !== id) return;
  const next = left[Math.min(place, left.length - 1)];
  if (next === undefined) show({ name: 'library' });
  else openDocument(next);
}

/** Steps through the history: -1 back, 1 forward. */
export function travel(step: -1 | 1): void {
  useView.setState((state) => {
    const current = state.current + step;
    const screen = state.visited[current];
    if (screen === undefined) return state;
    if (screen.name !== 'document' || state.tabs.includes(screen.id)) return { current };
    return { current, tabs: [...state.tabs, screen.id] };
  });
}

/** Forgets documents that left the library: their tabs close. */
export function forgetDocuments(ids: readonly string[]): void {
  for (const id of ids) closeDocument(id);
}

/** Starts anew: another library is open. */
export function resetView(screen: Screen): void {
  useView.setState({ visited: [screen], current: 0, tabs: [] });
}
