/** What narrows and orders the panel's list, folded behind one button: only as far as the notes differ. */
import { useId } from 'react';
import { Input, SearchField } from 'react-aria-components';
import {
  ANNOTATION_KINDS,
  FOLLOW_UP_STATUSES,
  HIGHLIGHT_COLOURS,
} from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Select } from '../design/Select.tsx';
import { useFormats } from '../i18n/format.ts';
import { useColourWords } from '../colours/state.ts';
import { useText } from '../i18n/index.ts';
import { tagPath, tagsById } from '../tags/tag-tree.ts';
import { activeParts, authorOf, NO_FILTER, PERIODS } from './order.ts';
import type { NoteFilter } from './order.ts';

export type NoteOrder = 'place' | 'time';

interface FiltersProps {
  readonly notes: readonly AnnotationView[];
  /** How many of them the filter keeps. */
  readonly kept: number;
  readonly filter: NoteFilter;
  readonly order: NoteOrder;
  readonly onFilter: (filter: NoteFilter) => void;
  readonly onOrder: (order: NoteOrder) => void;
}

/** Stands for "no filter" in the lists. */
const ALL = 'all';

export function Filters({ notes, kept, filter, order, onFilter, onOrder }: FiltersProps) {
  const t = useText('notes');
  const colourWords = useColourWords();
  const format = useFormats();
  const id = useId();
  const language = usePreferenceState(interfaceLanguage);
  const { data: tags = [] } = useArchive('tags.list', {});
  const byId = tagsById(tags);
  const colours = HIGHLIGHT_COLOURS.filter((one) => notes.some((note) => note.colour === one));
  const used = [...new Set(notes.flatMap((note) => note.tags))].filter((tag) => byId.has(tag));
  const authors = [...new Set(notes.map(authorOf))].sort((a, b) => a.localeCompare(b, language));
  const shown = format.number(kept);
  const choices = [
    {
      part: 'kind',
      label: t('filter.kind'),
      all: t('filter.allKinds'),
      ids: ANNOTATION_KINDS.filter((kind) => notes.some((note) => note.kind === kind)),
      name: (kind: string) => t(`kinds.${kind as 'note'}`),
      atLeast: 2,
    },
    {
      part: 'tagId',
      label: t('filter.tag'),
      all: t('filter.allTags'),
      ids: used,
      name: (tag: string) => tagPath(byId, tag, language).join(' › '),
      atLeast: 1,
    },
    {
      part: 'status',
      label: t('filter.status'),
      all: t('filter.allStatuses'),
      ids: FOLLOW_UP_STATUSES.filter((status) => notes.some((note) => note.status === status)),
      name: (status: string) => t(`followUp.statuses.${status as 'open'}`),
      atLeast: 1,
    },
    {
      part: 'author',
      label: t('filter.author'),
      all: t('filter.allAuthors'),
      ids: authors,
      name: (author: string) => (author === '' ? t('filter.noAuthor') : author),
      atLeast: 2,
    },
    {
      part: 'period',
      label: t('filter.period'),
      all: t('filter.allPeriods'),
      ids: PERIODS,
      name: (period: string) => t(`filter.periods.${period as 'week'}`),
      atLeast: 1,
    },
  ] as const;
  return (
    <div className="note-filters" role="group" aria-label={t('filter.open')}>
      <SearchField
        className="field note-search"
        aria-label={t('filter.search')}
        value={filter.words}
        onChange={(typed) => onFilter({ ...filter, words: typed })}
      >
        <Input className="input" placeholder={t('filter.search')} />
      </SearchField>
      {choices.map(
        ({ part, label, all, ids, name, atLeast }) =>
          (ids.length >= atLeast || filter[part] !== null) && (
            <Select
              key={part}
              label={label}
              hideLabel
              // A name may be empty, an id in the list may not.
              value={filter[part] === null ? ALL : `=${filter[part]}`}
              choices={[
                { id: ALL, label: all },
                ...ids.map((one) => ({ id: `=${one}`, label: name(one) })),
              ]}
              onChange={(one) => onFilter({ ...filter, [part]: one === ALL ? null : one.slice(1) })}
            />
          ),
      )}
      <Select
        label={t('filter.sort')}
        hideLabel
        value={order}
        choices={(['place', 'time'] as const).map((one) => ({
          id: one,
          label: t(`filter.sorts.${one}`),
        }))}
        onChange={onOrder}
      />
      {colours.length > 1 && (
        <div className="note-colours" role="group" aria-label={t('filter.colour')}>
          {colours.map((colour) => (
            <button
              key={colour}
              type="button"
              className="swatch"
              data-colour={colour}
              aria-pressed={filter.colour === colour}
              aria-label={t('filter.only', { colour: colourWords(colour) })}
              title={t('filter.only', { colour: colourWords(colour) })}
              onClick={() =>
                onFilter({ ...filter, colour: filter.colour === colour ? null : colour })
              }
            />
          ))}
        </div>
      )}
      {activeParts(filter) > 0 && (
        <p className="note-kept">
          <span id={id} role="status">
            {t('filter.shown', { count: kept, shown, total: format.number(notes.length) })}
          </span>
          <Button variant="quiet" onPress={() => onFilter(NO_FILTER)}>
            {t('filter.clear')}
          </Button>
        </p>
      )}
    </div>
  );
}
