/**
 * What a history knows of each record, and which records go when some are erased for good: those
 * that hang on them, and what is left in the history of some that went before.
 */
import type { FieldValue, Operation, RecordKind } from '../../core/operation.ts';
import { DEPENDENTS, FIELDS } from '../records.ts';

export interface RecordKey {
  readonly record: RecordKind;
  readonly id: string;
}

/** A field that names another record. */
export interface Reference {
  readonly field: string;
  readonly to: RecordKind;
  /** True: the record can stand without the other. */
  readonly loose: boolean;
}

/** One record as the history tells it. */
interface Trace extends RecordKey {
  readonly fields: Map<string, FieldValue>;
  /** Every document an annotation ever stood on; empty for other records. */
  readonly stood: Set<string>;
  live: boolean;
}

export type Traces = ReadonlyMap<string, Trace>;

/** A record's key as one text. */
export const keyOf = (record: RecordKind, id: string): string => `${record} ${id}`;

/** The references of each kind of record. */
export const REFERENCES: Readonly<Record<string, readonly Reference[]>> = referencesOf();

/** Follows every record through the history. */
export function traceRecords(operations: readonly Operation[]): Traces {
  const traces = new Map<string, Trace>();
  for (const { name, changes } of operations) {
    if (name === 'erase') continue;
    for (const { record, id, before, after } of changes) {
      const key = keyOf(record, id);
      let trace = traces.get(key);
      if (trace === undefined) {
        trace = { record, id, fields: new Map(), stood: new Set(), live: false };
        traces.set(key, trace);
      }
      for (const fields of [before, after]) {
        for (const [field, value] of Object.entries(fields ?? {})) {
          trace.fields.set(field, value);
          if (record === 'annotation' && field === 'document_id') trace.stood.add(String(value));
        }
      }
      trace.live = after !== null;
    }
  }
  return traces;
}

/** Keys of all records that go with these, these included. */
export function allGone(traces: Traces, seeds: readonly RecordKey[]): Set<string> {
  const gone = new Set(seeds.map(({ record, id }) => keyOf(record, id)));
  const links = linksByAnnotation(traces);
  for (let before = -1; before < gone.size;) {
    before = gone.size;
    const hashes = hashesOf(traces, gone);
    for (const [key, trace] of traces) {
      if (!gone.has(key) && goes(trace, gone, hashes, links, traces)) gone.add(key);
    }
  }
  return gone;
}

/** Addresses of the originals that no record names but those that go. */
export function orphanedOriginals(traces: Traces, gone: ReadonlySet<string>): string[] {
  const kept = new Set(
    [...traces]
      .filter(([key, { record }]) => record === 'document' && !gone.has(key))
      .map(([, { fields }]) => fields.get('original_hash')),
  );
  return [...hashesOf(traces, gone)].filter((hash) => !kept.has(hash));
}

/** True where an annotation stood on a document that goes. */
export function stoodOn(trace: Pick<Trace, 'stood'> | undefined, gone: ReadonlySet<string>) {
  return trace !== undefined && [...trace.stood].some((id) => gone.has(keyOf('document', id)));
}

function goes(
  trace: Trace,
  gone: ReadonlySet<string>,
  hashes: ReadonlySet<string>,
  links: ReadonlyMap<string, readonly Trace[]>,
  traces: Traces,
): boolean {
  const { record, id, fields, live } = trace;
  const names = ({ field, to }: Reference): boolean => {
    const value = fields.get(field);
    return typeof value === 'string' && gone.has(keyOf(to, value));
  };
  const references = REFERENCES[record] ?? [];
  if (references.some((reference) => !reference.loose && names(reference))) return true;
  if (record === 'tag') return live && references.some(names);
  if (record === 'document') {
    // What was undone has its file here still: another version, or the same bytes once more.
    return !live && (references.some(names) || hashes.has(String(fields.get('original_hash'))));
  }
  if (record === 'target' && !live) {
    // The words of a document that goes, quoted before the note moved on to another.
    return stoodOn(traces.get(keyOf('annotation', String(fields.get('annotation_id')))), gone);
  }
  if (record === 'annotation' && fields.get('kind') === 'tagging') {
    const carried = (links.get(id) ?? []).filter((link) => !live || link.live);
    return (
      carried.length > 0 && carried.every((link) => gone.has(keyOf('annotation-tag', link.id)))
    );
  }
  return false;
}

function hashesOf(traces: Traces, gone: ReadonlySet<string>): Set<string> {
  const hashes = new Set<string>();
  for (const [key, { record, fields }] of traces) {
    const hash = fields.get('original_hash');
    if (record === 'document' && gone.has(key) && typeof hash === 'string') hashes.add(hash);
  }
  return hashes;
}

function linksByAnnotation(traces: Traces): Map<string, Trace[]> {
  const links = new Map<string, Trace[]>();
  for (const trace of traces.values()) {
    if (trace.record !== 'annotation-tag') continue;
    const annotation = String(trace.fields.get('annotation_id'));
    links.set(annotation, [...(links.get(annotation) ?? []), trace]);
  }
  return links;
}

function referencesOf(): Record<string, Reference[]> {
  const references: Record<string, Reference[]> = {};
  for (const to of Object.keys(DEPENDENTS) as RecordKind[]) {
    for (const [record, field] of DEPENDENTS[to]) {
      const loose = 'nullable' in ((FIELDS[record] as Record<string, object>)[field] ?? {});
      (references[record] ??= []).push({ field, to, loose });
    }
  }
  // A codebook kept from an earlier day tells of the tag as much as the tag itself.
  (references['snapshot-tag'] ??= []).push({ field: 'tag_id', to: 'tag', loose: false });
  (references['document'] ??= []).push({ field: 'supersedes', to: 'document', loose: true });
  return references;
}
