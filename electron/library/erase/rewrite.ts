/**
 * The history told again without some records: what is left of each operation says nothing of them,
 * still gives the same library, and can be taken back where that still makes sense.
 */
import type {
  Fields,
  FieldValue,
  Operation,
  RecordChange,
  RecordKind,
} from '../../core/operation.ts';
import { keyOf, REFERENCES, stoodOn } from './traces.ts';
import type { Traces } from './traces.ts';

/** Fields by which an operation may be called in the history. */
const NAMES = ['title', 'original_name', 'name', 'name_fr', 'name_en'] as const;
/** Shorter names are no words to look for in others. */
const SHORTEST_NAME = 2;

/** Rewrites one operation; the same object where nothing in it is erased. */
export function rewriter(
  traces: Traces,
  gone: ReadonlySet<string>,
): (operation: Operation) => Operation {
  const names = namesOf(traces, gone);
  return (operation) => {
    if (operation.name === 'erase') return operation;
    const tells = operation.changes.some((change) => concerns(traces, gone, change));
    const named = names.some((name) => operation.subject.includes(name));
    if (!tells && !named) return operation;
    const kept = operation.changes.filter(({ record, id }) => !gone.has(keyOf(record, id)));
    const changes = kept.map((change) => withoutWords(traces, gone, change));
    if (changes.length === 0 && operation.changes.length > 0) {
      return { ...operation, name: 'erased', subject: '', changes, reverts: null };
    }
    // It cannot be undone: a record would have to return to one that is no more.
    const settled = kept.some((change) => mentions(gone, change, false));
    return {
      ...operation,
      ...(settled ? { name: 'settled' as const, reverts: null } : {}),
      subject: '',
      changes,
    };
  };
}

/** What stands in the place of a reference: the older version of an erased one, or nothing. */
export function standIn(
  traces: Traces,
  gone: ReadonlySet<string>,
  record: RecordKind,
  value: FieldValue,
): FieldValue {
  const seen = new Set<FieldValue>();
  while (typeof value === 'string' && gone.has(keyOf(record, value)) && !seen.has(value)) {
    seen.add(value);
    const next = record === 'document' ? traces.get(keyOf(record, value)) : undefined;
    value = next?.fields.get('supersedes') ?? null;
  }
  return seen.has(value) ? null : value;
}

function concerns(traces: Traces, gone: ReadonlySet<string>, change: RecordChange): boolean {
  const { record, id } = change;
  if (gone.has(keyOf(record, id))) return true;
  if (mentions(gone, change, true) || mentions(gone, change, false)) return true;
  return stoodOn(annotationOf(traces, record, id), gone);
}

function annotationOf(traces: Traces, record: RecordKind, id: string) {
  if (record === 'annotation') return traces.get(keyOf(record, id));
  if (record !== 'target') return undefined;
  const owner = traces.get(keyOf(record, id))?.fields.get('annotation_id');
  return traces.get(keyOf('annotation', String(owner)));
}

/** True where a change names one of the erased records in a field of that strictness. */
function mentions(
  gone: ReadonlySet<string>,
  { record, before, after }: RecordChange,
  loose: boolean,
): boolean {
  return (REFERENCES[record] ?? []).some(
    (reference) =>
      reference.loose === loose &&
      [before, after].some((fields) => {
        const value = fields?.[reference.field];
        return typeof value === 'string' && gone.has(keyOf(reference.to, value));
      }),
  );
}

function withoutWords(
  traces: Traces,
  gone: ReadonlySet<string>,
  change: RecordChange,
): RecordChange {
  const { record, id } = change;
  let { before, after } = change;
  for (const { field, to, loose } of REFERENCES[record] ?? []) {
    if (!loose) continue;
    const stand = (fields: Fields | null): Fields | null => {
      const value = fields?.[field];
      if (fields === null || value === undefined) return fields;
      return { ...fields, [field]: standIn(traces, gone, to, value) };
    };
    [before, after] = differing(stand(before), stand(after), [field]);
  }
  if (record === 'target' && stoodOn(annotationOf(traces, record, id), gone)) {
    // As it is described on the document that its note stands on now, from the beginning.
    const last = Object.fromEntries(traces.get(keyOf(record, id))?.fields ?? []);
    const latest = (fields: Fields | null): Fields | null =>
      fields &&
      Object.fromEntries(Object.keys(fields).map((field) => [field, last[field] ?? null]));
    [before, after] = differing(latest(before), latest(after), Object.keys(last));
  }
  return { ...change, before, after };
}

/** An edit without the fields that it no longer changes. */
function differing(
  before: Fields | null,
  after: Fields | null,
  fields: readonly string[],
): [Fields | null, Fields | null] {
  if (before === null || after === null) return [before, after];
  const same = new Set(fields.filter((field) => field in before && before[field] === after[field]));
  const without = (all: Fields): Fields =>
    Object.fromEntries(Object.entries(all).filter(([field]) => !same.has(field)));
  return [without(before), without(after)];
}

function namesOf(traces: Traces, gone: ReadonlySet<string>): string[] {
  const names = new Set<string>();
  for (const [key, { fields }] of traces) {
    if (!gone.has(key)) continue;
    for (const field of NAMES) {
      const value = fields.get(field);
      if (typeof value === 'string' && value.length >= SHORTEST_NAME) names.add(value);
    }
  }
  return [...names];
}
