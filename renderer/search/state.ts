/**
 * The search as the reader shapes it: the words in the box, and what narrows or widens them. Recent
 * searches stay on this computer, in the window's own storage.
 */
import { create } from 'zustand';
import { parseLink } from '../../electron/core/reference-link.ts';
import { attempt } from '../app/acts.ts';
import { isLink, openLink } from '../app/link.ts';
import type { SearchOrder } from '../../electron/core/query.ts';
import { show } from '../app/view.ts';
import { KEPT, withRecent } from './kept.ts';

interface SearchState {
  /** Words in the box, a moment ahead of the screen's query. */
  readonly typed: string;
  readonly order: SearchOrder;
  /** Terms whose expansion is off, as typed. */
  readonly unexpanded: readonly string[];
  readonly guides: 'auto' | 'yes' | 'no';
  /** True: the counts by which one narrows the search are shown. */
  readonly narrowing: boolean;
  readonly recent: readonly string[];
}

const KEY = 'recent-searches';
/** Milliseconds of quiet in typing before the archive is asked. */
const PAUSE = 60;
/** Letters that are enough to ask at once where nothing was typed just before. */
const ENOUGH = 3;

export const useSearch = create<SearchState>(() => ({
  typed: '',
  order: 'relevance',
  unexpanded: [],
  guides: 'auto',
  narrowing: readNarrowing(),
  recent: readRecent(),
}));

let timer: ReturnType<typeof setTimeout> | undefined;
let lastTyped = -Infinity;

/** Takes what is typed; the screen follows at once after a rest (a paste, a word taken up), else after a pause. */
export function type(typed: string): void {
  const query = typed.trim();
  clearTimeout(timer);
  if (isLink(query)) {
    // Pasted whole, it opens at once; one being typed waits for Enter.
    if (parseLink(query) === null) useSearch.setState({ typed });
    else followLink(query);
    return;
  }
  const rested = performance.now() - lastTyped > PAUSE * 2;
  lastTyped = performance.now();
  useSearch.setState({ typed });
  clearTimeout(timer);
  if (rested && query.length >= ENOUGH) show({ name: 'search', query });
  else timer = setTimeout(() => show({ name: 'search', query }), PAUSE);
}

function followLink(link: string): void {
  useSearch.setState({ typed: '' });
  attempt(() => openLink(link));
}

/** Searches at once: a suggestion, a recent search. A link is opened instead. */
export function searchFor(query: string): void {
  clearTimeout(timer);
  if (isLink(query)) return followLink(query);
  useSearch.setState({ typed: query });
  show({ name: 'search', query });
}

/** Switches the expansion of one term off or on again. */
export function toggleExpansion(term: string): void {
  useSearch.setState(({ unexpanded }) => ({
    unexpanded: unexpanded.includes(term)
      ? unexpanded.filter((one) => one !== term)
      : [...unexpanded, term],
  }));
}

/** Remembers a search that led somewhere. */
export function remember(query: string): void {
  keep(withRecent(useSearch.getState().recent, query));
}

export function forgetRecent(): void {
  keep([]);
}

function keep(recent: readonly string[]): void {
  useSearch.setState({ recent });
  try {
    localStorage.setItem(KEY, JSON.stringify(recent));
  } catch {
    // Storage can be refused or full; then they last as long as the window.
  }
}

function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

const NARROWING = 'search-narrowing';

/** Shows or hides the counts; remembered on this computer. */
export function showNarrowing(narrowing: boolean): void {
  useSearch.setState({ narrowing });
  try {
    localStorage.setItem(NARROWING, narrowing ? 'yes' : 'no');
  } catch {
    // As above.
  }
}

/** Where nothing was chosen, shown where there is room beside the passages. */
function readNarrowing(): boolean {
  try {
    const kept = localStorage.getItem(NARROWING);
    if (kept !== null) return kept === 'yes';
  } catch {
    // As above.
  }
  return window.innerWidth >= 1200;
}
