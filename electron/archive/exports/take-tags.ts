/**
 * Tags that come in with annotations: the library's own where it has the same one (by id, by a
 * scheme's code, by its path), made anew where it has none.
 */
import { TAG_TEXTS } from '../../core/tag.ts';
import type { RecordChange } from '../../core/operation.ts';
import type { Incoming, IncomingNote, OutgoingTag } from '../../exchange/index.ts';
import type { Context } from '../context.ts';

interface Known {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly names: readonly string[];
  readonly scheme: string;
  readonly code: string;
}

export interface TagTaker {
  /** The id of a tag in this library, which may still have to be made. */
  idOf(tag: IncomingNote['tags'][number]): string;
  /** Makes every tag that the file describes and this library lacks. */
  takeAll(): void;
  /** The changes that make the new ones, those above first. */
  changes(): readonly RecordChange[];
}

export function tagTaker({ library, newId }: Context, entries: Incoming['tags']): TagTaker {
  const changes: RecordChange[] = [];
  const known: Known[] = library.tags.all().map((tag) => ({
    ...tag,
    names: [tag.name, tag.nameFr, tag.nameEn],
  }));
  const described = new Map(entries.map((entry) => [entry.id, entry]));
  /** From ids in the file to ids here. */
  const mine = new Map<string, string>();

  function make(
    id: string,
    parentId: string | null,
    tag: Omit<OutgoingTag, 'id' | 'parentId'>,
  ): string {
    changes.push(
      ...library.create('tag', id, {
        parent_id: parentId,
        name: tag.name,
        name_fr: tag.nameFr,
        name_en: tag.nameEn,
        colour: tag.colour,
        ...Object.fromEntries(TAG_TEXTS.map((text) => [text, tag[text]])),
        archived: tag.archived ? 1 : 0,
        scheme: tag.scheme,
        code: tag.code,
        position: tag.position,
      }),
    );
    const { name, nameFr, nameEn, scheme, code } = tag;
    known.push({ id, parentId, name, scheme, code, names: [name, nameFr, nameEn] });
    return id;
  }

  /** Of a supplied tag the remarks alone are a reader's own; what was remarked here stays. */
  function keepMemo(id: string, { memo }: OutgoingTag): void {
    const tag = library.tags.one(id);
    if (tag === null || tag.scheme === '' || tag.memo !== '' || memo === '') return;
    changes.push(...library.update('tag', id, { memo }));
  }

  function named(name: string, parentId: string | null): string | undefined {
    return known.find((tag) => tag.parentId === parentId && tag.names.includes(name))?.id;
  }

  function byEntry(entry: OutgoingTag, above: readonly string[]): string {
    const before = mine.get(entry.id);
    if (before !== undefined) return before;
    const parent = entry.parentId === null ? undefined : described.get(entry.parentId);
    // A tag that lies below itself is no tree: its parent is left out.
    const parentId =
      parent === undefined || above.includes(parent.id)
        ? null
        : byEntry(parent, [...above, entry.id]);
    const same =
      known.find(({ id }) => id === entry.id)?.id ??
      known.find(
        ({ scheme, code }) => entry.scheme !== '' && scheme === entry.scheme && code === entry.code,
      )?.id ??
      named(entry.name, parentId);
    const id = same ?? make(entry.id, parentId, entry);
    if (same !== undefined) keepMemo(same, entry);
    mine.set(entry.id, id);
    return id;
  }

  function byPath(path: readonly string[]): string {
    let at: string | null = null;
    for (const name of path.length === 0 ? ['?'] : path) {
      at =
        named(name, at) ??
        make(newId(), at, {
          name,
          ...{ nameFr: '', nameEn: '', colour: 'blue', description: '', include: '', exclude: '' },
          ...{
            example: '',
            rule: '',
            memo: '',
            archived: false,
            scheme: '',
            code: '',
            position: 0,
          },
        });
    }
    return at ?? '';
  }

  return {
    idOf({ id, path }) {
      const entry = id === null ? undefined : described.get(id);
      if (entry !== undefined) return byEntry(entry, []);
      return known.find((tag) => tag.id === id)?.id ?? byPath(path);
    },
    takeAll: () => {
      for (const entry of entries) byEntry(entry, []);
    },
    changes: () => changes,
  };
}
