/**
 * From the paragraphs picked to what stands on the sheet: each found again where it is now, in the
 * languages asked for where the same text has them, with the notes that may be printed.
 */
import type { SheetItemView } from '../../contract/views.ts';
import { anchor } from '../../core/anchor/index.ts';
import type { Block } from '../../core/document.ts';
import { formatNumber } from '../../core/reference-numbers.ts';
import type { ReferenceLanguage } from '../../core/reference-numbers.ts';
import { formatReference } from '../../core/reference.ts';
import { apartMarks } from '../../core/sheet.ts';
import type { SheetNote, SheetText } from '../../core/sheet.ts';
import { ownWords } from '../../exchange/index.ts';
import type { StoredDocument, StoredSheet, StoredSheetItem } from '../../library/index.ts';
import { viewOf } from '../annotations.ts';
import type { Context } from '../context.ts';

/** A paragraph of a document that is there. */
interface Standing {
  readonly document: StoredDocument;
  readonly block: Block;
}

/** @param language of references to texts that are neither French nor English. */
export function sheetEntries(
  context: Context,
  sheet: StoredSheet,
  language: ReferenceLanguage,
): SheetItemView[] {
  const documents = context.library.documents.all();
  return sheet.items.map((item) => {
    const found = standingOf(context, documents, item);
    const document = found?.document ?? documents.find(({ id }) => id === item.documentId);
    const notes = found === null ? [] : notesOn(context, found, language);
    const printed = item.withNotes
      ? notes.filter((note) => sheet.privateNotes || !note.private)
      : [];
    const marks = printed.flatMap((note) => note.marks);
    const wanted = sheet.languages === 'both' ? ['fr', 'en'] : [sheet.languages];
    const texts =
      found === null
        ? [lostText(item, document, language)]
        : textsIn(context, documents, found, wanted, language);
    return {
      id: item.id,
      documentId: item.documentId,
      documentTitle: document?.title ?? '',
      isLost: found === null,
      missing: wanted.filter(
        (one) => one !== 'own' && !texts.some((text) => text.language === one),
      ),
      withNotes: item.withNotes,
      notesThere: notes.length,
      notesLeft: item.withNotes ? notes.length - printed.length : 0,
      texts: texts.map((text) =>
        text.paragraphId === found?.block.id ? { ...text, marks: apartMarks(marks) } : text,
      ),
      notes: printed.flatMap(({ marks: _, ...note }) => (note.body === '' ? [] : [note])),
    };
  });
}

/** Where an item's paragraph stands: in the newest version that still has it. */
function standingOf(
  { library, corpus }: Context,
  documents: readonly StoredDocument[],
  { documentId, selector }: StoredSheetItem,
): Standing | null {
  const chain: StoredDocument[] = [];
  for (let one = documents.find(({ id }) => id === documentId) ?? null; one !== null;) {
    chain.unshift(one);
    one = library.documents.successor(one.id);
  }
  for (const document of chain) {
    const blocks = corpus.blocks(document.id);
    const found = anchor(blocks, selector);
    if (found.state === 'orphaned') continue;
    const block = blocks.find(({ id }) => id === found.place.paragraphId);
    if (block !== undefined) return { document, block };
  }
  return null;
}

function textsIn(
  context: Context,
  documents: readonly StoredDocument[],
  own: Standing,
  wanted: readonly string[],
  language: ReferenceLanguage,
): SheetText[] {
  const found = wanted.flatMap((one) => {
    if (one === 'own' || own.block.language === one) return own;
    return inLanguage(context, documents, own, one) ?? [];
  });
  // Never nothing: where no language asked for exists, the paragraph stands as it was picked.
  const standing = found.length === 0 ? [own] : found;
  const ofTheText = wanted[0] !== 'own';
  return standing.map((one) => textOf(one, ofTheText ? null : language, language));
}

/**
 * The same numbered paragraph in another language: the number is the key across the language
 * versions of one text, which its symbol names.
 */
function inLanguage(
  { corpus, library }: Context,
  documents: readonly StoredDocument[],
  { document, block }: Standing,
  language: string,
): Standing | null {
  if (document.symbol === '' || block.number === null) return null;
  const superseded = library.documents.superseded();
  const others = documents.filter(
    (one) =>
      one.symbol === document.symbol &&
      one.language === language &&
      one.removedAt === null &&
      !superseded.has(one.id),
  );
  for (const other of others) {
    const same = corpus
      .blocks(other.id)
      .find(
        ({ number, part, kind }) =>
          number === block.number &&
          part === block.part &&
          kind !== 'furniture' &&
          kind !== 'footnote' &&
          kind !== 'heading',
      );
    if (same !== undefined) return { document: other, block: same };
  }
  return null;
}

/** @param fixed language of the reference, or null: the text's own where it is French or English. */
function textOf(
  { document, block }: Standing,
  fixed: ReferenceLanguage | null,
  fallback: ReferenceLanguage,
): SheetText {
  const own = block.language === 'fr' || block.language === 'en' ? block.language : fallback;
  return {
    documentId: document.id,
    paragraphId: block.id,
    language: block.language,
    number: printedNumber(block.number, own),
    text: block.text,
    reference: formatReference(document, [block], fixed ?? own),
    marks: [],
  };
}

/** '54.', « 16 c) », or ''. */
function printedNumber(number: string | null, language: ReferenceLanguage): string {
  if (number === null) return '';
  const words = formatNumber(number, language);
  return words.endsWith(')') ? words : `${words}.`;
}

function lostText(
  { documentId, selector }: StoredSheetItem,
  document: StoredDocument | undefined,
  language: ReferenceLanguage,
): SheetText {
  const { number, part, exact } = selector;
  const pinpoint = { number, part, section: [], page: null, text: exact };
  return {
    documentId,
    paragraphId: null,
    language: document?.language ?? 'und',
    number: printedNumber(number, language),
    text: exact,
    reference: document === undefined ? '' : formatReference(document, [pinpoint], language),
    marks: [],
  };
}

type NoteWithMarks = SheetNote & { readonly marks: SheetText['marks'] };

/** What the reader wrote or highlighted on a paragraph, in the order of the text. */
function notesOn(
  { library, corpus }: Context,
  { document, block }: Standing,
  language: ReferenceLanguage,
): NoteWithMarks[] {
  const blocks = corpus.blocks(document.id);
  return library.annotations
    .byDocuments([document.id, ...corpus.copies(document.id)])
    .filter(
      (one) => one.kind !== 'tagging' && (one.colour !== null || ownWords(one, language) !== ''),
    )
    .flatMap((record) => {
      const places = viewOf(record, blocks).targets.flatMap(({ anchor: at }) =>
        at.state === 'orphaned' ? [] : [at.place, ...(at.also ?? [])],
      );
      const here = places.filter(({ paragraphId }) => paragraphId === block.id);
      if (here.length === 0) return [];
      const { id, kind, colour } = record;
      const body = ownWords(record, language);
      const author = record.fileAuthor ?? record.author;
      const marks = colour === null ? [] : here.map(({ start, end }) => ({ start, end, colour }));
      return [{ id, kind, body, author, private: record.private, marks }];
    });
}
