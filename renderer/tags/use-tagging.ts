/** Putting a tag on a target and taking it off: which call does it for which kind of target. */
import { useState } from 'react';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { CallInput } from '../../electron/contract/calls.ts';
import type { AnnotationView, TagView } from '../../electron/contract/views.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { dismissAll, notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { placesOf } from '../reader/marks.ts';
import { samePlaces } from '../reader/target.ts';
import { sizeOf } from './tag-target.ts';
import type { ManyTarget, TagTarget } from './tag-target.ts';
import { tagName } from './tag-tree.ts';

type Carriers = NonNullable<CallInput<'tags.create'>['on']>;

export interface Tagging {
  /** Ids of the tags the target carries now; of many, those that all of them carry. */
  readonly applied: ReadonlySet<string>;
  /** Of many, those that some of them carry. */
  readonly some: ReadonlySet<string>;
  toggle(tag: TagView): void;
  /** Makes a tag of that name at the top of the tree and puts it on, in one act. */
  create(name: string): void;
}

export function useTagging(target: TagTarget): Tagging {
  const { mutate: apply } = useCommand('tags.apply');
  const { mutate: withdraw } = useCommand('tags.withdraw');
  const { mutateAsync: make } = useCommand('tags.create');
  const many = useMany();
  const documentId =
    target.type === 'document' ? target.id : target.type === 'many' ? '' : target.documentId;
  const { data: tags = [] } = useArchive('tags.list', {});
  const { data: annotations = [] } = useArchive(
    'annotations.list',
    { documentId },
    { enabled: target.type !== 'many' && target.type !== 'document' },
  );
  const { data: documents = [] } = useArchive(
    'documents.list',
    {},
    { enabled: target.type === 'document' },
  );
  const carriers = carriersOf(target, annotations);
  const carried =
    target.type === 'document'
      ? (documents.find(({ id }) => id === documentId)?.tags ?? [])
      : carriers.flatMap((carrier) => carrier.tags);
  // Of several notes, a tag is on when each of them carries it.
  const onAll = (tagId: string): boolean => carriers.every(({ tags: own }) => own.includes(tagId));
  const { applied, some } =
    target.type === 'many'
      ? many.carried(target)
      : {
          applied: new Set(target.type === 'annotations' ? carried.filter(onAll) : carried),
          some: NONE,
        };

  const take = (tagId: string): void => {
    if (target.type === 'document') {
      withdraw({ tagId, on: { type: 'document', ids: [documentId] } });
    }
    if (target.type === 'annotations') {
      withdraw({ tagId, on: { type: 'annotations', ids: [...target.ids] } });
      return;
    }
    for (const { id, tags: own } of carriers) {
      if (own.includes(tagId)) withdraw({ tagId, on: { type: 'annotation', id } });
    }
  };
  return {
    applied,
    some,
    toggle: (tag) => {
      if (target.type === 'many') many.toggle(target, tag, applied.has(tag.id));
      else if (applied.has(tag.id)) take(tag.id);
      else apply({ tagId: tag.id, on: meantBy(target) });
    },
    create: (name) => {
      const colour = HIGHLIGHT_COLOURS[tags.length % HIGHLIGHT_COLOURS.length] ?? 'blue';
      // What fails is told by the window's toasts.
      make({ name, colour, on: meantBy(target) }).then(
        (tag) => target.type === 'many' && many.told(target, tag, true),
        () => undefined,
      );
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Many at once: what they carry was told when the picker opened, and what was done since is kept here. */
function useMany() {
  const t = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { mutateAsync: apply } = useCommand('tags.apply');
  const { mutateAsync: withdraw } = useCommand('tags.withdraw');
  const [done, setDone] = useState<ReadonlyMap<string, boolean>>(new Map());
  const told = (target: ManyTarget, tag: TagView, on: boolean): void => {
    setDone((before) => new Map(before).set(tag.id, on));
    const count = sizeOf(target);
    const words = { count, shown: format.number(count), name: tagName(tag, language) };
    dismissAll();
    notify(t(on ? 'many.put' : 'many.taken', words), {
      label: t('many.undo'),
      run: () => attempt(() => stepHistory('undo')),
    });
  };
  return {
    told,
    carried({ tags }: ManyTarget): Pick<Tagging, 'applied' | 'some'> {
      const known = new Set(tags.flat());
      const all = [...known].filter((id) => tags.every((carried) => carried.includes(id)));
      const applied = new Set([...all, ...done.keys()].filter((id) => done.get(id) ?? true));
      const some = [...known].filter((id) => !applied.has(id) && !done.has(id));
      return { applied, some: new Set(some) };
    },
    toggle(target: ManyTarget, tag: TagView, isOn: boolean): void {
      const input = { tagId: tag.id, on: carriersOfMany(target) };
      // What fails is told by the window's toasts.
      (isOn ? withdraw(input) : apply(input)).then(
        () => told(target, tag, !isOn),
        () => undefined,
      );
    },
  };
}

function carriersOfMany({ paragraphs, annotations, documents }: ManyTarget) {
  return {
    type: 'many' as const,
    paragraphs: [...paragraphs],
    annotations: [...annotations],
    documents: [...documents],
  };
}

function meantBy(target: TagTarget): Carriers {
  switch (target.type) {
    case 'document':
      return { type: 'document', ids: [target.id] };
    case 'annotation':
      return { type: 'annotation', id: target.id };
    case 'annotations':
      return { type: 'annotations', ids: [...target.ids] };
    case 'places':
      return { type: 'places', documentId: target.documentId, places: [...target.places] };
    case 'many':
      return carriersOfMany(target);
  }
}

/** The annotations whose tags these are: the one named, or all at these very places. */
function carriersOf(
  target: TagTarget,
  annotations: readonly AnnotationView[],
): readonly AnnotationView[] {
  if (target.type === 'document' || target.type === 'many') return [];
  if (target.type === 'annotations') {
    const ids = new Set(target.ids);
    return annotations.filter(({ id }) => ids.has(id));
  }
  return annotations.filter((one) =>
    target.type === 'annotation' ? one.id === target.id : samePlaces(placesOf(one), target.places),
  );
}
