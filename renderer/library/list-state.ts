/** Filter and order of the library's list: they stay while one reads and comes back. */
import { create } from 'zustand';
import type { Filter, Sort } from './rows.ts';
import { NO_FILTER } from './rows.ts';

interface ListState {
  readonly filter: Filter;
  readonly sort: Sort;
  /** Whether guides stand in the list: null until chosen, then shown only while there is nothing else. */
  readonly guides: boolean | null;
}

export const useListState = create<ListState>(() => ({
  filter: NO_FILTER,
  sort: { column: 'title', direction: 'ascending' },
  guides: null,
}));

/** Changes one or more parts of the filter. */
export function setFilter(changed: Partial<Filter>): void {
  useListState.setState(({ filter }) => ({ filter: { ...filter, ...changed } }));
}
