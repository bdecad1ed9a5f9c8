/**
 * The table that says what each query shows: when the archive tells of a change of one of these
 * kinds, the query is asked again. A query that is not here can't be used in the window.
 */
import type { CallName } from '../../electron/contract/calls.ts';
import type { ChangeKind } from '../../electron/contract/table.ts';

export const DEPENDS = {
  'library.info': ['library', 'documents', 'history', 'corpus'],
  'library.check': [],
  'library.backups': ['library'],
  'documents.list': ['documents', 'annotations', 'tags', 'library'],
  'documents.get': ['documents', 'corpus'],
  'imports.state': ['imports'],
  'folders.list': ['folders'],
  'versions.list': ['documents'],
  'ocr.state': ['ocr'],
  'ocr.languages': ['ocr'],
  'search.query': ['documents', 'annotations', 'tags', 'corpus'],
  'search.facets': ['documents', 'annotations', 'tags', 'corpus'],
  'search.elsewhere': ['documents', 'annotations', 'tags', 'corpus'],
  'search.like': ['corpus'],
  'search.document': ['corpus'],
  'annotations.list': ['annotations', 'tags', 'corpus'],
  'annotations.bookmarks': ['annotations', 'documents', 'corpus'],
  'annotations.followUps': ['annotations', 'documents', 'corpus'],
  'annotations.orphans': ['annotations', 'corpus'],
  'erase.preview': ['documents', 'annotations', 'tags', 'sheet'],
  'exports.count': ['annotations', 'documents', 'tags'],
  'colours.list': ['colours'],
  'corrections.list': ['documents', 'corpus'],
  'sheet.count': ['sheet', 'documents'],
  'sheets.list': ['sheet', 'documents'],
  'sheet.get': ['sheet', 'documents', 'annotations', 'corpus'],
  'tags.list': ['tags', 'annotations', 'documents'],
  'tags.mergePreview': ['tags', 'annotations', 'documents'],
  'tags.passages': ['tags', 'annotations', 'documents', 'corpus'],
  'tags.matrix': ['tags', 'annotations', 'documents', 'corpus'],
  'tags.together': ['tags', 'annotations', 'documents', 'corpus'],
  'tags.suggestions': ['tags', 'annotations', 'documents', 'corpus'],
  'snapshots.list': ['tags'],
  'snapshots.compare': ['tags'],
  'history.list': ['history'],
} as const satisfies Partial<Record<CallName, readonly ChangeKind[]>>;

export type QueryName = keyof typeof DEPENDS;

/** True when one of the changed kinds shows in the query; other cached things are none of ours. */
export function isTouched(query: unknown, kinds: readonly ChangeKind[]): boolean {
  if (typeof query !== 'string' || !Object.hasOwn(DEPENDS, query)) return false;
  const shown: readonly ChangeKind[] = DEPENDS[query as QueryName];
  return kinds.some((kind) => shown.includes(kind));
}
