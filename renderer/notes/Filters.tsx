/** Which notes the panel shows: by kind, colour and tag, only as far as the notes differ in them. */
import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { AnnotationKind } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { Select } from '../design/Select.tsx';
import { useText } from '../i18n/index.ts';
import { tagPath, tagsById } from '../tags/tag-tree.ts';
import type { NoteFilter } from './order.ts';

interface FiltersProps {
  readonly notes: readonly AnnotationView[];
  readonly filter: NoteFilter;
  readonly onFilter: (filter: NoteFilter) => void;
}

/** Stands for "no filter" in the lists. */
const ALL = 'all';

export function Filters({ notes, filter, onFilter }: FiltersProps) {
  const t = useText('notes');
  const words = useText('reader');
  const language = usePreferenceState(interfaceLanguage);
  const { data: tags = [] } = useArchive('tags.list', {});
  const byId = tagsById(tags);
  const kinds = ANNOTATION_KINDS.filter((kind) => notes.some((note) => note.kind === kind));
  const colours = HIGHLIGHT_COLOURS.filter((one) => notes.some((note) => note.colour === one));
  const used = [...new Set(notes.flatMap((note) => note.tags))].filter((id) => byId.has(id));
  return (
    <div className="note-filters">
      {kinds.length > 1 && (
        <Select
          label={t('filter.kind')}
          hideLabel
          value={filter.kind ?? ALL}
          choices={[
            { id: ALL, label: t('filter.allKinds') },
            ...kinds.map((id) => ({ id, label: t(`kinds.${id}`) })),
          ]}
          onChange={(id) =>
            onFilter({ ...filter, kind: id === ALL ? null : (id as AnnotationKind) })
          }
        />
      )}
      {used.length > 0 && (
        <Select
          label={t('filter.tag')}
          hideLabel
          value={filter.tagId ?? ALL}
          choices={[
            { id: ALL, label: t('filter.allTags') },
            ...used.map((id) => ({ id, label: tagPath(byId, id, language).join(' › ') })),
          ]}
          onChange={(id) => onFilter({ ...filter, tagId: id === ALL ? null : id })}
        />
      )}
      {colours.length > 1 && (
        <div className="note-colours" role="group" aria-label={t('filter.colour')}>
          {colours.map((colour) => (
            <button
              key={colour}
              type="button"
              className="swatch"
              data-colour={colour}
              aria-pressed={filter.colour === colour}
              aria-label={t('filter.only', { colour: words(`colours.${colour}`) })}
              title={t('filter.only', { colour: words(`colours.${colour}`) })}
              onClick={() =>
                onFilter({ ...filter, colour: filter.colour === colour ? null : colour })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
