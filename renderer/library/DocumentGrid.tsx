/**
 * The list of documents as a grid that draws only what is in sight, however long it is: arrows,
 * typing ahead, several rows at once, order by any column.
 */
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { useText } from '../i18n/index.ts';
import { DocumentRow, ROW_HEIGHT } from './DocumentRow.tsx';
import { drawn, placeAfter, placeOfTitle, range, toggled } from './moves.ts';
import { COLUMNS } from './rows.ts';
import type { Sort } from './rows.ts';

interface DocumentGridProps {
  readonly rows: readonly DocumentSummary[];
  /** All documents, for the titles of copies. */
  readonly documents: readonly DocumentSummary[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  /** Null: the rows have an order of their own. */
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (id: string) => void;
}

/** Height of the headings in CSS pixels. */
const HEAD = 34;
/** Milliseconds after which a letter begins another word. */
const TYPING = 1_000;
/** Place of the headings among the rows. */
const HEADINGS = -1;

export function DocumentGrid(props: DocumentGridProps) {
  const { rows, documents, selected, onSelect, sort, onSort, onOpen } = props;
  const t = useText('library');
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const places = useMemo(() => new Map(ids.map((id, place) => [id, place])), [ids]);
  const box = useRef<HTMLDivElement>(null);
  const sight = useSight(box);
  const [active, setActive] = useState<string | null>(null);
  /** The other end of what Shift extends. */
  const anchor = useRef<string | null>(null);
  const typed = useRef({ words: '', at: -Infinity });
  const activePlace = active === null ? undefined : places.get(active);
  useFocusKept(box, active, activePlace, ids, setActive);

  /** Puts the focus on a row, or on its cell in `column` (-1: the row itself). */
  const focus = (place: number, column = -1) => {
    const id = ids[place];
    if (place === HEADINGS) box.current?.querySelector<HTMLElement>('[role=columnheader]')?.focus();
    if (id === undefined) return;
    flushSync(() => setActive(id));
    reveal(box.current, place);
    const row = rowOf(box.current, id);
    const target = row?.children[column] ?? row;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  };

  /** Chooses one row alone, or with Shift all from the anchor to it. */
  const choose = (place: number, extend: boolean) => {
    const id = ids[place];
    if (id === undefined) return;
    const from = anchor.current === null ? undefined : places.get(anchor.current);
    if (extend && from !== undefined) onSelect(range(ids, from, place));
    else {
      anchor.current = id;
      onSelect(new Set([id]));
    }
  };

  const onClick = (event: MouseEvent) => {
    const id = idAt(event.target);
    if (id === null) return;
    const place = places.get(id) ?? 0;
    setActive(id);
    const { nativeEvent } = event;
    const byTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
    if (byTouch) onOpen(id);
    else if (event.ctrlKey || event.metaKey) {
      anchor.current = id;
      onSelect(toggled(selected, id));
    } else choose(place, event.shiftKey);
  };

  const onKey = (event: KeyboardEvent) => {
    const id = idAt(event.target);
    const here = id === null ? HEADINGS : (places.get(id) ?? 0);
    const column = columnAt(event.target);
    if (event.defaultPrevented || !move(event, id, here, column)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what a key means here; false when it means nothing. */
  const move = (event: KeyboardEvent, id: string | null, here: number, column: number): boolean => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key.toLowerCase() === 'a') {
      onSelect(new Set(ids));
      return true;
    }
    const height = box.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor((height - HEAD) / ROW_HEIGHT) - 1);
    const place = placeAfter(event, here, ids.length, page);
    if (place !== null) {
      if (place === HEADINGS && event.shiftKey) return true;
      focus(place, id === null ? -1 : column);
      if (!ctrl) choose(place, event.shiftKey);
      return true;
    }
    if (event.altKey || ctrl) return false;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      aside(event.target, event.key === 'ArrowRight' ? 1 : -1);
      return true;
    }
    if (id === null) return false;
    if (event.key === 'Escape' && selected.size > 0) {
      onSelect(new Set());
      return true;
    }
    return typing(event, id, here);
  };

  const typing = ({ key, timeStamp, shiftKey }: KeyboardEvent, id: string, here: number) => {
    const goesOn = timeStamp - typed.current.at < TYPING && typed.current.words !== '';
    if (key === ' ' && !goesOn) {
      if (shiftKey) choose(here, true);
      else onSelect(toggled(selected, id));
      return true;
    }
    if ([...key].length !== 1) return false;
    const words = goesOn ? typed.current.words + key : key;
    typed.current = { words, at: timeStamp };
    const titles = rows.map(({ title }) => title);
    const place = placeOfTitle(titles, words, here);
    if (place !== null) {
      focus(place);
      choose(place, false);
    }
    return true;
  };

  const { first, end } = drawn(sight.top, sight.height, ROW_HEIGHT, rows.length);
  const shown = rows.slice(first, end).map((row, index) => ({ row, place: first + index }));
  // What has the focus stays in the page when it is scrolled out of sight.
  const kept = activePlace === undefined ? undefined : rows[activePlace];
  if (kept !== undefined && activePlace !== undefined) {
    if (activePlace < first) shown.unshift({ row: kept, place: activePlace });
    else if (activePlace >= end) shown.push({ row: kept, place: activePlace });
  }
  const reachable = activePlace ?? 0;
  if (activePlace === undefined && first > 0 && rows[0] !== undefined) {
    shown.unshift({ row: rows[0], place: 0 });
  }

  return (
    <div
      ref={box}
      role="grid"
      className="document-table"
      aria-label={t('table')}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length}
      onKeyDown={onKey}
      onClick={onClick}
      onDoubleClick={(event) => {
        const id = idAt(event.target);
        if (id !== null) onOpen(id);
      }}
      onFocus={(event) => {
        const id = idAt(event.target);
        if (id !== null && id !== active) setActive(id);
      }}
    >
      <div role="rowgroup" className="document-head">
        <div role="row" aria-rowindex={1} className="document-headings" style={{ height: HEAD }}>
          {COLUMNS.map((column) => (
            <Heading key={column} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="document-rows" style={{ height: rows.length * ROW_HEIGHT }}>
        {shown.map(({ row, place }) => (
          <DocumentRow
            key={row.id}
            row={row}
            documents={documents}
            place={place}
            selected={selected.has(row.id)}
            reachable={place === reachable}
          />
        ))}
      </div>
    </div>
  );
}

interface HeadingProps {
  readonly column: (typeof COLUMNS)[number];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
}

function Heading({ column, sort, onSort }: HeadingProps) {
  const t = useText('library');
  const direction = sort?.column === column ? sort.direction : null;
  const act = () =>
    onSort({ column, direction: direction === 'ascending' ? 'descending' : 'ascending' });
  return (
    <div
      role="columnheader"
      className={`column column-${column}`}
      aria-sort={direction ?? 'none'}
      tabIndex={-1}
      onClick={act}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        act();
      }}
    >
      <span className="column-words">
        {t(`columns.${column}`)}
        <span aria-hidden="true" className="sort-mark">
          {direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : ''}
        </span>
      </span>
    </div>
  );
}

/** What part of the rows a box shows, in CSS pixels; before it is measured, as much as can be. */
function useSight(box: RefObject<HTMLDivElement | null>): { top: number; height: number } {
  const [sight, setSight] = useState({ top: 0, height: window.innerHeight });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop: top, clientHeight: height } = element;
      const now = drawn(top, height, ROW_HEIGHT, Infinity);
      setSight((before) => {
        const then = drawn(before.top, before.height, ROW_HEIGHT, Infinity);
        return now.first >= then.first && now.end <= then.end ? before : { top, height };
      });
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return sight;
}

/** When the row in focus goes away (into the bin, by a filter), the one in its place has the focus. */
function useFocusKept(
  box: RefObject<HTMLDivElement | null>,
  active: string | null,
  place: number | undefined,
  ids: readonly string[],
  setActive: (id: string | null) => void,
): void {
  const last = useRef({ place: 0, focused: false });
  useLayoutEffect(() => {
    const focused = box.current?.contains(document.activeElement) ?? false;
    if (place !== undefined) last.current = { place, focused };
    else if (active !== null) {
      const next = ids[Math.min(last.current.place, ids.length - 1)] ?? null;
      const lost = last.current.focused && document.activeElement === document.body;
      setActive(next);
      if (lost && next !== null) {
        requestAnimationFrame(() => rowOf(box.current, next)?.focus({ preventScroll: true }));
      }
    }
  });
}

/** Scrolls a row into sight, no further than needed. */
function reveal(box: HTMLDivElement | null, place: number): void {
  if (box === null) return;
  const top = place * ROW_HEIGHT;
  const room = box.clientHeight - HEAD;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_HEIGHT > box.scrollTop + room) box.scrollTop = top + ROW_HEIGHT - room;
}

function rowOf(box: HTMLDivElement | null, id: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`) ?? null;
}

function idAt(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest('[role="row"][data-key]') : null;
  return row?.getAttribute('data-key') ?? null;
}

/** Column of the cell in focus, -1 for a row itself. */
function columnAt(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest('[role="row"] > *') : null;
  return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : -1;
}

/** Moves the focus to the next (1) or previous (-1) cell or heading; before the first, to its row. */
function aside(target: EventTarget, step: 1 | -1): void {
  const cell = target instanceof Element ? target.closest('[role="row"] > *') : null;
  const row = target instanceof Element ? target.closest('[role="row"]') : null;
  const next =
    cell === null
      ? step === 1
        ? row?.firstElementChild
        : row?.lastElementChild
      : step === 1
        ? cell.nextElementSibling
        : (cell.previousElementSibling ?? (row?.hasAttribute('data-key') ? row : null));
  if (next instanceof HTMLElement) next.focus();
}
