/** The use cases of having several sheets: which there are, which is in use, a new one, a copy, one less. */
import { FaultError } from '../../core/fault.ts';
import type { SheetSummary } from '../../contract/views.ts';
import { sheetItemFields } from '../../library/index.ts';
import type { StoredSheet } from '../../library/index.ts';
import type { Area, Context } from '../context.ts';

export function sheetsCalls(
  context: Context,
): Area<'sheets.list' | 'sheets.choose' | 'sheets.create' | 'sheets.duplicate' | 'sheets.delete'> {
  const { library, newId, now } = context;

  const need = (id: string): StoredSheet => {
    const sheet = library.sheets.one(id);
    if (sheet === null) throw new FaultError('not-found', id);
    return sheet;
  };
  const summaries = (): SheetSummary[] => {
    const current = library.sheets.current()?.id;
    return library.sheets.all().map(({ id, title, items }) => ({
      ...{ id, title, paragraphs: items.length, current: id === current },
    }));
  };
  const use = (id: string): SheetSummary => {
    library.sheets.choose(id);
    const made = summaries().find((one) => one.id === id);
    if (made === undefined) throw new FaultError('internal', 'sheet');
    return made;
  };

  return {
    'sheets.list': summaries,

    'sheets.choose': ({ id }) => {
      library.sheets.choose(need(id).id);
      return null;
    },

    'sheets.create': ({ title }) => {
      const id = newId();
      const fields = { title: title.trim(), created: now() };
      context.commit('sheets.create', fields.title, library.create('sheet', id, fields));
      return use(id);
    },

    'sheets.duplicate': ({ id, title }) => {
      const { intro, languages, privateNotes, items } = need(id);
      const copy = newId();
      const fields = {
        ...{ title: title.trim(), intro, languages, created: now() },
        private_notes: privateNotes ? 1 : 0,
      };
      context.commit('sheets.duplicate', fields.title, [
        ...library.create('sheet', copy, fields),
        ...items.flatMap(({ selector, ...item }) =>
          library.create(
            'sheet-item',
            newId(),
            sheetItemFields({ ...item, sheetId: copy }, selector),
          ),
        ),
      ]);
      return use(copy);
    },

    'sheets.delete': ({ id }) => {
      const { title } = need(id);
      context.commit('sheets.delete', title, library.remove('sheet', id));
      return null;
    },
  };
}
