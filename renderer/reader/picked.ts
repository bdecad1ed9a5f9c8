/**
 * The paragraphs marked to be tagged or picked together: one by one, or from one to another. View state
 * of one document at a time, forgotten with the act or with another document.
 */
import { create } from 'zustand';

interface PickedState {
  readonly documentId: string;
  /** Ids of paragraphs, in the order in which they were marked. */
  readonly ids: ReadonlySet<string>;
  /** The other end of what Shift extends, or null. */
  readonly anchor: string | null;
}

const NOTHING: PickedState = { documentId: '', ids: new Set(), anchor: null };

export const usePicked = create<PickedState>(() => NOTHING);

function of(documentId: string): PickedState {
  const state = usePicked.getState();
  return state.documentId === documentId ? state : { ...NOTHING, documentId };
}

/** Ids of the paragraphs marked in a document. */
export function pickedIn(documentId: string): ReadonlySet<string> {
  return of(documentId).ids;
}

/** Marks a paragraph, or takes its mark away. @returns true: it is marked now. */
export function togglePicked(documentId: string, id: string): boolean {
  const ids = new Set(of(documentId).ids);
  const isNew = !ids.delete(id);
  if (isNew) ids.add(id);
  usePicked.setState({ documentId, ids, anchor: id });
  return isNew;
}

/**
 * Marks all from where marking began, or from `here`, to a paragraph.
 * @param order ids of the document's paragraphs in the order of the text.
 */
export function pickTo(
  documentId: string,
  order: readonly string[],
  here: string,
  to: string,
): void {
  const { ids, anchor } = of(documentId);
  const from = anchor !== null && order.includes(anchor) ? anchor : here;
  const [first, last] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b);
  if (first === undefined || last === undefined || first < 0) return;
  usePicked.setState({
    documentId,
    ids: new Set([...ids, ...order.slice(first, last + 1)]),
    anchor: from,
  });
}

/** Takes all marks away. @returns false: there were none. */
export function clearPicked(): boolean {
  const had = usePicked.getState().ids.size > 0;
  if (had) usePicked.setState(NOTHING);
  return had;
}
