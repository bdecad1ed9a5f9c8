/** Editing the details of one document or many: which fields agree, which were changed, what is wrong. */
import type { CallInput } from '../../electron/contract/calls.ts';
import { isMastheadName } from '../../electron/core/masthead.ts';
import type { DocumentSummary } from '../../electron/contract/views.ts';

export const FIELDS = ['title', 'body', 'date', 'symbol', 'language', 'kind'] as const;
export type Field = (typeof FIELDS)[number];
export type Edited = Partial<Pick<DocumentSummary, Field>>;
export type FieldsInput = CallInput<'documents.edit'>['fields'];

/** The value all documents share, or null when they differ. */
export function sharedValue<F extends Field>(
  documents: readonly DocumentSummary[],
  field: F,
): DocumentSummary[F] | null {
  const [first] = documents;
  if (first === undefined) return null;
  return documents.every((one) => one[field] === first[field]) ? first[field] : null;
}

/** Names of the readers' own fields in a library, each once, in the order of the alphabet. */
export function ownNames(documents: readonly DocumentSummary[]): string[] {
  const names = new Set(documents.flatMap(({ own }) => Object.keys(own)));
  return [...names].filter((name) => !isMastheadName(name)).sort();
}

/** The value of an own field that all documents share ('' where none has it), or null. */
export function sharedOwn(documents: readonly DocumentSummary[], name: string): string | null {
  const first = documents[0]?.own[name] ?? '';
  return documents.every(({ own }) => (own[name] ?? '') === first) ? first : null;
}

/** Only the own fields that differ from what all documents have already. */
export function changedOwn(
  documents: readonly DocumentSummary[],
  edited: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(edited)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([name, value]) => value !== sharedOwn(documents, name)),
  );
}

/** Only what differs from what all documents have already. */
export function changedFields(documents: readonly DocumentSummary[], edited: Edited): FieldsInput {
  const changed: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = edited[field]?.trim();
    if (value !== undefined && value !== sharedValue(documents, field)) changed[field] = value;
  }
  return changed as FieldsInput;
}

/** True for '', YYYY, YYYY-MM and YYYY-MM-DD that exist in the calendar. */
export function isDate(text: string): boolean {
  const value = text.trim();
  if (value === '') return true;
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const instant = new Date(Date.UTC(year, month - 1, day));
  return instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
}
