/** Every follow-up of the library: what is still to be checked, the next due first. */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { FOLLOW_UP_STATUSES } from '../../electron/core/annotation.ts';
import type { FollowUpStatus } from '../../electron/core/annotation.ts';
import type { KindInDocument } from '../../electron/contract/views.ts';
import { formatNumbers } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { openDocument } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { Select } from '../design/Select.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { placesOf } from '../reader/marks.ts';
import { typeset } from '../reader/typography.ts';
import { DUE_FILTERS, isDue, isLive, isOverdue, today } from './due.ts';
import type { DueFilter } from './due.ts';
import { editNote } from './draft.ts';
import { FollowUpFacts } from './FollowUpFacts.tsx';
import './follow-ups.css';

type StatusFilter = FollowUpStatus | 'live' | 'any';

/** Opens the text at the passage, and the follow-up for writing beside it. */
function open({ note }: KindInDocument): void {
  const [place] = placesOf(note);
  const { documentId } = note;
  if (place === undefined) openDocument(documentId);
  else {
    const { paragraphId, start, end } = place;
    openDocument(documentId, { paragraphId, marks: [[start, end]] });
  }
  editNote(note.id);
}

export function FollowUpsScreen() {
  const t = useText('notes');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data } = useArchive('annotations.followUps', {});
  const [status, setStatus] = useState<StatusFilter>('live');
  const [due, setDue] = useState<DueFilter>('any');
  if (data === undefined) return null;
  const day = today();
  const shown = data.filter(
    ({ note }) =>
      (status === 'any' || (status === 'live' ? isLive(note) : note.status === status)) &&
      isDue(note, due, day),
  );
  const late = shown.filter(({ note }) => isOverdue(note, day)).length;
  const dueWords = {
    ...{ any: t('follow.anyDue'), late: t('follow.late'), week: t('follow.week') },
    ...{ month: t('follow.month'), undated: t('follow.undated') },
  };
  return (
    <div className="follow-ups">
      <header className="follow-ups-head">
        <h1>{t('follow.title')}</h1>
        {data.length > 0 && (
          <div className="follow-ups-facts">
            <Select<StatusFilter>
              label={t('followUp.status')}
              hideLabel
              value={status}
              choices={[
                { id: 'live', label: t('follow.live') },
                { id: 'any', label: t('follow.anyStatus') },
                ...FOLLOW_UP_STATUSES.map((id) => ({ id, label: t(`followUp.statuses.${id}`) })),
              ]}
              onChange={setStatus}
            />
            <Select<DueFilter>
              label={t('followUp.due')}
              hideLabel
              value={due}
              choices={DUE_FILTERS.map((id) => ({ id, label: dueWords[id] }))}
              onChange={setDue}
            />
            <p role="status">
              {t('follow.count', { count: shown.length, shown: format.number(shown.length) })}
              {late > 0 && ` · ${t('follow.overdue', { count: late, shown: format.number(late) })}`}
            </p>
          </div>
        )}
      </header>
      {data.length === 0 ? (
        <EmptyState title={t('follow.none')}>
          <p>{t('follow.noneText', { key: keysOf('followUp', language) })}</p>
        </EmptyState>
      ) : shown.length === 0 ? (
        <p className="follow-ups-none">{t('follow.noneHere')}</p>
      ) : (
        <ListBox
          className="follow-up-list"
          aria-label={t('follow.list')}
          items={shown.map((one) => ({ id: one.note.id, one }))}
          selectionMode="none"
          onAction={(key) => {
            const found = shown.find(({ note }) => note.id === key);
            if (found !== undefined) open(found);
          }}
        >
          {({ id, one }) => <Line key={id} one={one} />}
        </ListBox>
      )}
    </div>
  );
}

function Line({ one }: { readonly one: KindInDocument }) {
  const t = useText('notes');
  const language = usePreferenceState(interfaceLanguage);
  const { note, documentTitle, documentLanguage } = one;
  const numbers = note.targets.flatMap(({ number }) => number ?? []);
  const where =
    numbers.length === 0 ? '' : t('where', { numbers: formatNumbers(numbers, language) });
  const quote = note.targets.map(({ exact }) => exact).join(' […] ');
  const parts = [
    { name: 'checked', text: note.body },
    { name: 'found', text: note.found ?? '' },
  ] as const;
  return (
    <ListBoxItem id={note.id} className="follow-up-line" textValue={`${documentTitle} ${where}`}>
      <FollowUpFacts status={note.status} due={note.due} />
      <span className="follow-up-where">
        {[documentTitle, where].filter((words) => words !== '').join(' · ')}
      </span>
      <span
        className="reading follow-up-quote"
        lang={langOf(documentLanguage)}
        dir={directionOf(documentLanguage)}
      >
        {typeset(quote, documentLanguage)}
      </span>
      {parts.map(
        ({ name, text }) =>
          text !== '' && (
            <span key={name} className="follow-up-words">
              <b>{t(`followUp.${name}`)}</b> {text}
            </span>
          ),
      )}
    </ListBoxItem>
  );
}
