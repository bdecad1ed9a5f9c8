/** The codebook kept as it is on a day: named, compared with the one there is now, restored as one act. */
import type { SnapshotChanges, SnapshotTag, SnapshotView } from '../../contract/tag-views.ts';
import { FaultError } from '../../core/fault.ts';
import type { RecordChange } from '../../core/operation.ts';
import { TAG_TEXTS } from '../../core/tag.ts';
import type { StoredTag } from '../../library/index.ts';
import type { Area, Context } from '../context.ts';
import { ancestry } from './carriers.ts';

/** A tag's fields as its record has them. */
interface Kept {
  readonly parent_id: string | null;
  readonly name: string;
  readonly name_fr: string;
  readonly name_en: string;
  readonly colour: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly memo: string;
  readonly rule: string;
  readonly archived: number;
  readonly scheme: string;
  readonly code: string;
  readonly position: number;
}

type Codebook = ReadonlyMap<string, Kept>;

export function snapshotCalls(
  context: Context,
): Area<
  | 'snapshots.list'
  | 'snapshots.create'
  | 'snapshots.compare'
  | 'snapshots.restore'
  | 'snapshots.delete'
> {
  const { library, newId, now } = context;
  return {
    'snapshots.list': () => library.snapshots.all(),

    'snapshots.create': ({ name }) => {
      const id = newId();
      const at = now();
      context.commit('snapshots.create', name.trim(), [
        ...library.create('snapshot', id, { name: name.trim(), at }),
        ...[...current(context)].flatMap(([tagId, kept]) =>
          library.create('snapshot-tag', newId(), {
            snapshot_id: id,
            tag_id: tagId,
            fields: JSON.stringify(kept),
          }),
        ),
      ]);
      return need(context, id);
    },

    'snapshots.compare': ({ id }) => {
      need(context, id);
      return compared(codebookOf(context, id), current(context));
    },

    'snapshots.restore': ({ id }) => {
      const { name } = need(context, id);
      context.commit('snapshots.restore', name, restoring(context, codebookOf(context, id)));
      return null;
    },

    'snapshots.delete': ({ id }) => {
      const { name } = need(context, id);
      context.commit('snapshots.delete', name, library.remove('snapshot', id));
      return null;
    },
  };
}

function need({ library }: Context, id: string): SnapshotView {
  const found = library.snapshots.all().find((one) => one.id === id);
  if (found === undefined) throw new FaultError('not-found', id);
  return found;
}

function current({ library }: Context): Codebook {
  return new Map(library.tags.all().map((tag) => [tag.id, keptOf(tag)]));
}

function codebookOf({ library }: Context, id: string): Codebook {
  return new Map(
    library.snapshots.tags(id).map(({ tagId, fields }) => [tagId, fields as unknown as Kept]),
  );
}

function keptOf(tag: StoredTag): Kept {
  const { name, colour, description, include, exclude, example, memo, rule } = tag;
  const { archived, scheme, code, position } = tag;
  return {
    ...{ name, colour, description, include, exclude, example, memo, rule },
    ...{ archived, scheme, code, position },
    parent_id: tag.parentId,
    name_fr: tag.nameFr,
    name_en: tag.nameEn,
  };
}

/** Tags gone since come back, changed ones are as they were, and those added since are archived. */
function restoring({ library }: Context, before: Codebook): RecordChange[] {
  const now = new Set(library.tags.all().map(({ id }) => id));
  const above = lineOf(before);
  // Those above first: a tag can't be made under one that is not there.
  const missing = [...before]
    .filter(([id]) => !now.has(id))
    .sort(([one], [other]) => above(one).length - above(other).length);
  return [
    ...missing.flatMap(([id, kept]) => library.create('tag', id, { ...kept })),
    ...[...before].flatMap(([id, kept]) =>
      now.has(id) ? library.update('tag', id, { ...kept }) : [],
    ),
    ...[...now].flatMap((id) => (before.has(id) ? [] : library.update('tag', id, { archived: 1 }))),
  ];
}

function compared(before: Codebook, now: Codebook): SnapshotChanges {
  const both = [...before].flatMap(([id, was]) => {
    const is = now.get(id);
    return is === undefined ? [] : [{ id, was, is }];
  });
  const [toldBefore, toldNow] = [teller(before), teller(now)];
  const pair = ({ id }: { id: string }) => ({ from: toldBefore(id), to: toldNow(id) });
  const named = ({ was, is }: { was: Kept; is: Kept }): boolean =>
    was.name === is.name && was.name_fr === is.name_fr && was.name_en === is.name_en;
  const other = ({ was, is }: { was: Kept; is: Kept }): boolean =>
    (['colour', ...TAG_TEXTS, 'archived'] as const).some((field) => was[field] !== is[field]);
  return {
    added: [...now]
      .filter(([id, { archived }]) => !before.has(id) && archived === 0)
      .map(([id]) => toldNow(id)),
    removed: [...before.keys()].filter((id) => !now.has(id)).map((id) => toldBefore(id)),
    renamed: both.filter((one) => !named(one)).map(pair),
    moved: both.filter(({ was, is }) => was.parent_id !== is.parent_id).map(pair),
    changed: both.filter(other).map(({ id }) => toldNow(id)),
  };
}

/** Tells the tags of one codebook by their paths. */
function teller(codebook: Codebook): (id: string) => SnapshotTag {
  const above = lineOf(codebook);
  return (id) => {
    const line = above(id)
      .map((one) => codebook.get(one))
      .filter((tag) => tag !== undefined)
      .reverse();
    const fr = line.map((tag) => (tag.name_fr === '' ? tag.name : tag.name_fr));
    const en = line.map((tag) => (tag.name_en === '' ? tag.name : tag.name_en));
    return { id, path: { fr, en } };
  };
}

/** For each tag of a codebook its id and those of all above it. */
function lineOf(codebook: Codebook): (id: string) => readonly string[] {
  return ancestry([...codebook].map(([id, { parent_id: parentId }]) => ({ id, parentId })));
}
