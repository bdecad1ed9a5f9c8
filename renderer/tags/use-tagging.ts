/** Putting a tag on a target and taking it off: which call does it for which kind of target. */
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { AnnotationView, TagView } from '../../electron/contract/views.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { placesOf } from '../reader/marks.ts';
import { samePlaces } from '../reader/target.ts';
import type { TagTarget } from './TagPicker.tsx';

export interface Tagging {
  /** Ids of the tags the target carries now. */
  readonly applied: ReadonlySet<string>;
  toggle(tag: TagView): void;
  /** Makes a tag of that name at the top of the tree and puts it on. */
  create(name: string): void;
}

export function useTagging(target: TagTarget): Tagging {
  const { mutate: apply } = useCommand('tags.apply');
  const { mutate: withdraw } = useCommand('tags.withdraw');
  const { mutateAsync: make } = useCommand('tags.create');
  const documentId = target.type === 'document' ? target.id : target.documentId;
  const whole = target.type === 'document';
  const { data: tags = [] } = useArchive('tags.list', {});
  const { data: annotations = [] } = useArchive(
    'annotations.list',
    { documentId },
    { enabled: !whole },
  );
  const { data: documents = [] } = useArchive('documents.list', {}, { enabled: whole });
  const carriers = carriersOf(target, annotations);
  const carried = whole
    ? (documents.find(({ id }) => id === documentId)?.tags ?? [])
    : carriers.flatMap((carrier) => carrier.tags);
  // Of several notes, a tag is on when each of them carries it.
  const onAll = (tagId: string): boolean => carriers.every(({ tags: own }) => own.includes(tagId));
  const applied = new Set(target.type === 'annotations' ? carried.filter(onAll) : carried);

  const put = (tagId: string): void => {
    if (target.type === 'document') apply({ tagId, on: { type: 'document', ids: [target.id] } });
    else if (target.type === 'annotation')
      apply({ tagId, on: { type: 'annotation', id: target.id } });
    else if (target.type === 'annotations')
      apply({ tagId, on: { type: 'annotations', ids: [...target.ids] } });
    else {
      const places = [...target.places];
      apply({ tagId, on: { type: 'places', documentId, places } });
    }
  };
  const take = (tagId: string): void => {
    if (whole) withdraw({ tagId, on: { type: 'document', ids: [documentId] } });
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
    toggle: ({ id }) => (applied.has(id) ? take(id) : put(id)),
    create: (name) => {
      const colour = HIGHLIGHT_COLOURS[tags.length % HIGHLIGHT_COLOURS.length] ?? 'blue';
      // What fails is told by the window's toasts.
      make({ name, colour }).then(
        ({ id }) => put(id),
        () => undefined,
      );
    },
  };
}

/** The annotations whose tags these are: the one named, or all at these very places. */
function carriersOf(
  target: TagTarget,
  annotations: readonly AnnotationView[],
): readonly AnnotationView[] {
  if (target.type === 'document') return [];
  if (target.type === 'annotations') {
    const ids = new Set(target.ids);
    return annotations.filter(({ id }) => ids.has(id));
  }
  return annotations.filter((one) =>
    target.type === 'annotation' ? one.id === target.id : samePlaces(placesOf(one), target.places),
  );
}
