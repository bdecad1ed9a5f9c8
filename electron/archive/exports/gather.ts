/**
 * From a scope to the notes that leave: which are meant, which stay behind because they are private,
 * and each with its place resolved and its reference ready.
 */
import type { ExportScope } from '../../contract/scope.ts';
import type { TargetView } from '../../contract/views.ts';
import type { Block } from '../../core/document.ts';
import { FaultError } from '../../core/fault.ts';
import type { ReferenceLanguage } from '../../core/reference-numbers.ts';
import { formatReference } from '../../core/reference.ts';
import type { Pinpoint } from '../../core/reference.ts';
import type {
  Outgoing,
  OutgoingDocument,
  OutgoingNote,
  OutgoingQuote,
  OutgoingTag,
} from '../../exchange/index.ts';
import type { StoredAnnotation, StoredDocument } from '../../library/index.ts';
import { viewOf } from '../annotations.ts';
import type { Context } from '../context.ts';
import { withDescendants } from '../tags/carriers.ts';

/** @param asked true: private notes go along. @throws FaultError 'not-found'. */
export function gather(
  context: Context,
  scope: ExportScope,
  asked: boolean,
  language: ReferenceLanguage,
): Outgoing {
  const { library } = context;
  const documents = new Map(library.documents.all().map((one) => [one.id, one]));
  const meant = meantBy(context, scope, documents);
  const records = meant.notes.filter((record) => asked || !record.private);
  const blocksOf = remembered((id: string) => context.corpus.blocks(id));
  const notes = records.flatMap((record) => {
    const document = documents.get(record.documentId);
    return document === undefined ? [] : noteOf(record, document, blocksOf(document.id), language);
  });
  const order = new Map([...documents.keys()].map((id, place) => [id, place]));
  notes.sort(
    (a, b) =>
      (order.get(a.note.document.id) ?? 0) - (order.get(b.note.document.id) ?? 0) ||
      a.place - b.place ||
      a.note.created - b.note.created,
  );
  const wholes = meant.wholes.flatMap(({ id, documentId, tagId }) => {
    const document = documents.get(documentId);
    return document === undefined ? [] : { id, tagId, document: documentOf(document) };
  });
  const used = [
    ...notes.flatMap(({ note }) => note.tags),
    ...wholes.map(({ tagId }) => tagId),
    // The whole library goes with its whole codebook; supplied schemes only as far as they are used.
    ...(scope.type === 'library'
      ? library.tags.all().flatMap(({ id, scheme }) => (scheme === '' ? [id] : []))
      : []),
  ];
  return {
    language,
    notes: notes.map(({ note }) => note),
    wholes,
    tags: tagsFor(context, used),
    colours: new Map(library.colours.all().map((one) => [one.colour, one])),
    withheld: meant.notes.length - records.length,
    at: context.now(),
  };
}

interface Meant {
  readonly notes: readonly StoredAnnotation[];
  readonly wholes: readonly {
    readonly id: string;
    readonly documentId: string;
    readonly tagId: string;
  }[];
}

function meantBy(
  context: Context,
  scope: ExportScope,
  documents: ReadonlyMap<string, StoredDocument>,
): Meant {
  const { library, corpus } = context;
  const isHere = (id: string): boolean => documents.get(id)?.removedAt === null;
  const uses = (tagIds: readonly string[]) =>
    library.tags
      .uses(tagIds)
      .filter(({ on, onId }) => on === 'document' && isHere(onId))
      .map(({ id, onId, tagId }) => ({ id, documentId: onId, tagId }));
  switch (scope.type) {
    case 'annotations':
      return { notes: library.annotations.byIds(scope.ids), wholes: [] };
    case 'document': {
      if (!documents.has(scope.id)) throw new FaultError('not-found', scope.id);
      const ids = [scope.id, ...corpus.copies(scope.id)].filter(isHere);
      const wholes = uses(library.tags.all().map(({ id }) => id));
      return {
        notes: library.annotations.byDocuments(ids),
        wholes: wholes.filter(({ documentId }) => documentId === scope.id),
      };
    }
    case 'tag': {
      if (library.tags.one(scope.id) === null) throw new FaultError('not-found', scope.id);
      const tagIds = scope.children ? withDescendants(context, scope.id) : [scope.id];
      const on = library.tags.uses(tagIds).filter((use) => use.on === 'annotation');
      const only = scope.only === undefined ? null : new Set(scope.only.annotations);
      const asked = on.map(({ onId }) => onId).filter((id) => only === null || only.has(id));
      const notes = library.annotations.byIds(asked);
      const inView = scope.only === undefined ? null : new Set(scope.only.documents);
      return {
        notes: notes.filter((note) => isHere(note.documentId)),
        wholes: uses(tagIds).filter(({ documentId }) => inView === null || inView.has(documentId)),
      };
    }
    case 'library': {
      const here = [...documents.values()].filter(({ id }) => isHere(id));
      const own = here.some(({ collection }) => collection !== 'guides');
      const counts = new Set(
        here.filter(({ collection }) => !own || collection !== 'guides').map(({ id }) => id),
      );
      return {
        notes: library.annotations.byDocuments([...counts]),
        wholes: uses(library.tags.all().map(({ id }) => id)).filter(({ documentId }) =>
          counts.has(documentId),
        ),
      };
    }
  }
}

/** The note, and its place in the document's order. */
function noteOf(
  record: StoredAnnotation,
  document: StoredDocument,
  blocks: readonly Block[],
  language: ReferenceLanguage,
): { note: OutgoingNote; place: number } {
  const { targets } = viewOf(record, blocks);
  const stand = targets.map(({ anchor }) =>
    anchor.state === 'orphaned'
      ? undefined
      : blocks.find(({ id }) => id === anchor.place.paragraphId),
  );
  const quotes = record.targets.map(({ selector }, index): OutgoingQuote => {
    const block = stand[index];
    return {
      selector,
      paragraph: holds(targets[index], block, selector.start, selector.exact) ? block.text : null,
      section: block?.section ?? [],
      page: block?.page ?? null,
    };
  });
  const pinpoints = record.targets.map(
    ({ selector }, index): Pinpoint =>
      stand[index] ?? {
        number: selector.number,
        part: selector.part,
        section: [],
        page: null,
        text: selector.exact,
      },
  );
  const { id, kind, colour, body, created, modified, tags } = record;
  return {
    place: Math.min(...stand.map((block) => block?.ordinal ?? Infinity)),
    note: {
      ...{ id, kind, colour, body, created, modified, tags, quotes },
      private: record.private,
      fileAuthor: record.fileAuthor,
      language: record.language,
      status: record.status,
      due: record.due,
      found: record.found,
      author: { id: record.authorId, name: record.author },
      document: documentOf(document),
      reference: formatReference(document, pinpoints, language),
    },
  };
}

/** True where the selector's own offsets hold in the block it was found in. */
function holds(
  target: TargetView | undefined,
  block: Block | undefined,
  start: number,
  exact: string,
): block is Block {
  if (block === undefined || target?.paragraphId !== block.id) return false;
  return block.text.startsWith(exact, start);
}

function documentOf({
  id,
  originalHash,
  title,
  symbol,
  date,
  language,
  body,
}: StoredDocument): OutgoingDocument {
  return { id, hash: originalHash, title, symbol, date, language, body };
}

/** These tags and all above them, those above first. */
function tagsFor({ library }: Context, used: readonly string[]): Map<string, OutgoingTag> {
  const all = new Map(library.tags.all().map((tag) => [tag.id, tag]));
  const wanted = new Map<string, OutgoingTag>();
  const take = (id: string): void => {
    const tag = all.get(id);
    if (tag === undefined || wanted.has(id)) return;
    if (tag.parentId !== null) take(tag.parentId);
    const { passages: _passages, documents: _documents, ...fields } = tag;
    wanted.set(id, { ...fields, archived: tag.archived === 1 });
  };
  for (const id of used) take(id);
  return wanted;
}

function remembered<V>(read: (id: string) => V): (id: string) => V {
  const known = new Map<string, V>();
  return (id) => {
    const value = known.get(id) ?? read(id);
    known.set(id, value);
    return value;
  };
}
