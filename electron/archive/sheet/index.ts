/**
 * The use cases of the basket and its sheet: paragraphs put in, ordered, taken out, and the sheet
 * made of them, to show, to copy and to write. Each change is one operation.
 */
import { describe } from '../../core/anchor/index.ts';
import { FaultError } from '../../core/fault.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { SheetView } from '../../contract/views.ts';
import { writeSheet, sheetText } from '../../exchange/index.ts';
import { sheetItemFields } from '../../library/index.ts';
import type { StoredSheet } from '../../library/index.ts';
import { blocksOf } from '../annotations.ts';
import type { Area, Context } from '../context.ts';
import { writeFile } from '../exports/write.ts';
import { sheetEntries } from './entries.ts';

/** Longest words that name an operation in the history, in code units. */
const SUBJECT_LENGTH = 60;

export function sheetCalls(
  context: Context,
): Area<
  | 'sheet.get'
  | 'sheet.count'
  | 'sheet.add'
  | 'sheet.remove'
  | 'sheet.move'
  | 'sheet.edit'
  | 'sheet.notes'
  | 'sheet.empty'
  | 'sheet.text'
  | 'sheet.write'
> {
  const { library, newId, now } = context;

  const current = (): StoredSheet => {
    const sheet = library.sheets.current();
    if (sheet === null) throw new FaultError('not-found', 'sheet');
    return sheet;
  };
  const view = (language: 'fr' | 'en'): SheetView => {
    const sheet = library.sheets.current();
    return {
      id: sheet?.id ?? null,
      title: sheet?.title ?? '',
      intro: sheet?.intro ?? '',
      languages: sheet?.languages ?? 'own',
      privateNotes: sheet?.privateNotes ?? false,
      entries: sheet === null ? [] : sheetEntries(context, sheet, language),
    };
  };
  /** The sheet's id, with the changes that make it where there is none. */
  const ensured = (): { id: string; changes: RecordChange[] } => {
    const sheet = library.sheets.current();
    if (sheet !== null) return { id: sheet.id, changes: [] };
    const id = newId();
    return { id, changes: library.create('sheet', id, { created: now() }) };
  };

  return {
    'sheet.get': ({ language }) => view(language),

    'sheet.count': () => ({ total: library.sheets.current()?.items.length ?? 0 }),

    'sheet.add': ({ items, notes }) => {
      const { id, changes } = ensured();
      const there = library.sheets.current()?.items ?? [];
      const seen = new Set(there.map(({ selector }) => selector.paragraphId));
      let position = (there.at(-1)?.position ?? -1) + 1;
      let subject = '';
      let added = 0;
      for (const { documentId, paragraphId } of items) {
        if (seen.has(paragraphId)) continue;
        seen.add(paragraphId);
        const blocks = blocksOf(context, documentId);
        const block = blocks.find((one) => one.id === paragraphId);
        if (block === undefined) throw new FaultError('not-found', paragraphId);
        if (block.text === '') continue;
        const selector = describe(blocks, { paragraphId, start: 0, end: block.text.length });
        changes.push(
          ...library.create(
            'sheet-item',
            newId(),
            sheetItemFields({ sheetId: id, documentId, position, withNotes: notes }, selector),
          ),
        );
        subject = subject === '' ? block.text : subject;
        position += 1;
        added += 1;
      }
      if (added > 0) context.commit('sheet.add', shortened(subject), changes);
      return { added, total: there.length + added };
    },

    'sheet.remove': ({ ids }) => {
      const { items } = current();
      const first = items.find((item) => item.id === ids[0]);
      const changes = library.remove('sheet-item', ids);
      context.commit('sheet.remove', shortened(first?.selector.exact ?? ''), changes);
      return null;
    },

    'sheet.move': ({ id, to }) => {
      const { items } = current();
      const moved = items.find((item) => item.id === id);
      if (moved === undefined) throw new FaultError('not-found', id);
      const order = items.filter((item) => item !== moved).toSpliced(to, 0, moved);
      const changes = order.flatMap((item, position) =>
        item.position === position ? [] : library.update('sheet-item', item.id, { position }),
      );
      context.commit('sheet.move', shortened(moved.selector.exact), changes);
      return null;
    },

    'sheet.edit': ({ fields: { privateNotes, ...given }, visit }) => {
      const fields = {
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
        ...(privateNotes === undefined ? {} : { private_notes: privateNotes ? 1 : 0 }),
      };
      const sheet = library.sheets.current();
      const changes =
        sheet === null
          ? library.create('sheet', newId(), { created: now(), ...fields })
          : library.update('sheet', sheet.id, fields);
      context.commit('sheet.edit', shortened(given.title ?? sheet?.title ?? ''), changes, visit);
      return null;
    },

    'sheet.notes': ({ ids, shown }) => {
      const { items } = current();
      const first = items.find((item) => item.id === ids[0]);
      const changes = ids.flatMap((id) =>
        library.update('sheet-item', id, { with_notes: shown ? 1 : 0 }),
      );
      context.commit('sheet.edit', shortened(first?.selector.exact ?? ''), changes);
      return null;
    },

    'sheet.empty': () => {
      const sheet = library.sheets.current();
      if (sheet === null) return null;
      // The only one goes whole; one of several keeps its name.
      const changes =
        library.sheets.all().length === 1
          ? library.remove('sheet', sheet.id)
          : library.remove(
              'sheet-item',
              sheet.items.map(({ id }) => id),
            );
      context.commit('sheet.empty', shortened(sheet.title), changes);
      return null;
    },

    'sheet.text': ({ language }) => ({ text: sheetText(view(language), language) }),

    'sheet.write': async ({ path, format, language }) => {
      writeFile(path, await writeSheet(format, view(language), language));
      return null;
    },
  };
}

function shortened(words: string): string {
  return words.length <= SUBJECT_LENGTH
    ? words
    : `${words.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…`;
}
