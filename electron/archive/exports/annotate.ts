/**
 * The use case of bringing annotations in: W3C Web Annotations out of a file become notes on the
 * documents they name, as one operation; what is there already stays as it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { AnnotationsRead } from '../../contract/views.ts';
import { anchor, describe } from '../../core/anchor/index.ts';
import type { Place, Selector } from '../../core/annotation.ts';
import type { Block } from '../../core/document.ts';
import { FaultError } from '../../core/fault.ts';
import { fileFault } from '../../core/fileFault.ts';
import type { RecordChange } from '../../core/operation.ts';
import { readW3c } from '../../exchange/index.ts';
import type { Incoming, IncomingNote, IncomingTarget } from '../../exchange/index.ts';
import { targetFields } from '../../library/index.ts';
import type { StoredDocument } from '../../library/index.ts';
import { colourChanges } from '../colours.ts';
import type { Area, Context } from '../context.ts';
import { tagTaker } from './take-tags.ts';

/** Largest file of annotations, in bytes. */
const LARGEST = 256 * 1024 * 1024;

type Why = AnnotationsRead['failed'][number]['why'];

export function annotateCalls(context: Context): Area<'annotations.import'> {
  return {
    'annotations.import': ({ path }) => {
      const incoming = readW3c(textOf(path));
      if (incoming === null) throw new FaultError('no-annotations', basename(path));
      const tags = tagTaker(context, incoming.tags);
      const taker = noteTaker(context, tags);
      const failed: { id: string; why: Why; document: string }[] = [];
      let unchanged = 0;
      let added = 0;
      for (const note of incoming.notes) {
        const outcome = taker.take(note);
        if (outcome === 'added') added += 1;
        else if (outcome === 'unchanged') unchanged += 1;
        else failed.push({ id: note.address, why: outcome, document: nameOf(note) });
      }
      for (let left = incoming.unreadable; left > 0; left -= 1) {
        failed.push({ id: '', why: 'unreadable', document: '' });
      }
      tags.takeAll();
      const changes = [...taker.changes(), ...coloursTaken(context, incoming.colours)];
      const operationId =
        changes.length === 0 ? null : context.commit('annotations.import', basename(path), changes);
      return { added, unchanged, failed, operationId };
    },
  };
}

/** Names and meanings of colours that have none here: what the reader gave stays. */
function coloursTaken(context: Context, given: Incoming['colours']): RecordChange[] {
  const known = new Set(context.library.colours.all().map(({ colour }) => colour));
  return given.flatMap(({ colour, ...words }) =>
    known.has(colour) ? [] : colourChanges(context, colour, words),
  );
}

function textOf(path: string): string {
  try {
    if (statSync(path).size > LARGEST) throw new FaultError('file-too-large', basename(path));
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof FaultError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new FaultError(fileFault(code, process.platform), basename(path));
  }
}

function nameOf({ targets: [first] }: IncomingNote): string {
  const { title = '', symbol = '', address = '' } = first?.source ?? {};
  return [title, symbol, address].find((one) => one !== '') ?? '';
}

interface NoteTaker {
  take(note: IncomingNote): 'added' | 'unchanged' | Why;
  changes(): RecordChange[];
}

function noteTaker(context: Context, tags: ReturnType<typeof tagTaker>): NoteTaker {
  const { library, corpus, newId, now } = context;
  const changes: RecordChange[] = [];
  const taken = new Set<string>();
  const authors = new Set<string>();
  const documents = library.documents.all().filter(({ removedAt }) => removedAt === null);
  const superseded = library.documents.superseded();

  /** The document meant: the very file, else the one of that symbol or title in that language. */
  function documentOf({ source }: IncomingTarget): StoredDocument | null {
    const same = documents.find(({ originalHash }) => originalHash === source.hash);
    if (same !== undefined) return newest(same);
    const current = documents.filter(({ id }) => !superseded.has(id));
    return (
      current.find(
        ({ symbol, title, language }) =>
          (source.language === '' || source.language === language) &&
          ((source.symbol !== '' && source.symbol === symbol) ||
            (source.symbol === '' && source.title !== '' && source.title === title)),
      ) ?? null
    );
  }

  function newest(document: StoredDocument): StoredDocument {
    let front = document;
    for (let next = library.documents.successor(front.id); next !== null;) {
      front = next;
      next = library.documents.successor(front.id);
    }
    return front;
  }

  /** Our own selector on the very file is kept; any other must find its words here. */
  function selectorFor(target: IncomingTarget, document: StoredDocument): Selector | null {
    const { selector, complete, source } = target;
    if (selector === null) return null;
    if (complete && source.hash === document.originalHash) return selector;
    const blocks = corpus.blocks(document.id);
    const found = anchor(blocks, selector);
    const place = found.state === 'orphaned' ? onlyPlace(blocks, selector.exact) : found.place;
    return place === null ? null : describe(blocks, place);
  }

  function authorOf({ author }: IncomingNote): string {
    if (author === null || (author.id === null && author.name === '')) return library.author().id;
    const id = author.id ?? uuidFrom(`author ${author.name}`);
    if (!authors.has(id) && !library.hasAuthor(id)) {
      changes.push(...library.create('author', id, { name: author.name }));
    }
    authors.add(id);
    return id;
  }

  function takeWhole(
    note: IncomingNote,
    id: string,
    document: StoredDocument,
  ): 'added' | 'unchanged' {
    const tagIds = note.tags.map((tag) => tags.idOf(tag));
    const [tagId] = tagIds;
    if (tagId === undefined) return 'unchanged';
    const key = `${document.id} ${tagId}`;
    if (document.tags.includes(tagId) || taken.has(key)) return 'unchanged';
    taken.add(key);
    const isFree = library.tags.link(tagId, 'document', document.id) === null;
    if (!isFree) return 'unchanged';
    changes.push(
      ...library.create('document-tag', id, { document_id: document.id, tag_id: tagId }),
    );
    return 'added';
  }

  return {
    take(note) {
      const id = note.id ?? uuidFrom(note.address);
      if (taken.has(id) || library.annotations.one(id) !== null) return 'unchanged';
      const [first] = note.targets;
      const document = first === undefined ? null : documentOf(first);
      if (first === undefined || document === null) return 'document-missing';
      if (first.selector === null) {
        return note.tags.length > 0 ? takeWhole(note, id, document) : 'words-missing';
      }
      const selectors = note.targets.flatMap((target) => selectorFor(target, document) ?? []);
      if (selectors.length < note.targets.length) return 'words-missing';
      taken.add(id);
      const created = note.created ?? note.modified ?? now();
      changes.push(
        ...library.create('annotation', id, {
          document_id: document.id,
          kind: note.kind,
          colour: note.colour,
          body: note.body,
          private: note.private ? 1 : 0,
          author: authorOf(note),
          file_author: note.fileAuthor,
          language: note.language,
          status: note.status,
          due: note.due,
          found: note.found,
          created,
          modified: note.modified ?? created,
        }),
        ...selectors.flatMap((selector, place) =>
          library.create('target', newId(), targetFields(id, place, selector)),
        ),
        ...[...new Set(note.tags.map((tag) => tags.idOf(tag)))].flatMap((tagId) =>
          library.create('annotation-tag', newId(), { annotation_id: id, tag_id: tagId }),
        ),
      );
      return 'added';
    },
    changes: () => [...tags.changes(), ...changes],
  };
}

/** Where words stand that stand nowhere else: other tools' quotations may come without context. */
function onlyPlace(blocks: readonly Block[], exact: string): Place | null {
  const places = blocks.flatMap(({ id, kind, text }) => {
    const start = kind === 'furniture' ? -1 : text.indexOf(exact);
    if (start < 0) return [];
    const end = start + exact.length;
    const one = { paragraphId: id, start, end };
    return text.includes(exact, start + 1) ? [one, one] : [one];
  });
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** The same UUID (version 8) for the same words, everywhere. */
function uuidFrom(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
