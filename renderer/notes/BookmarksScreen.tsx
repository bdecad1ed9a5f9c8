/** Every bookmark of the library, by document: places to come back to. */
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { KindInDocument } from '../../electron/contract/views.ts';
import { formatNumbers } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { openDocument } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { placesOf } from '../reader/marks.ts';
import { typeset } from '../reader/typography.ts';
import './follow-ups.css';

export function BookmarksScreen() {
  const t = useText('reader');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data } = useArchive('annotations.bookmarks', {});
  if (data === undefined) return null;
  return (
    <div className="follow-ups">
      <header className="follow-ups-head">
        <h1>{t('bookmarks.title')}</h1>
        {data.length > 0 && (
          <div className="follow-ups-facts">
            <p role="status">
              {t('bookmarks.count', { count: data.length, shown: format.number(data.length) })}
            </p>
          </div>
        )}
      </header>
      {data.length === 0 ? (
        <EmptyState title={t('bookmarks.none')}>
          <p>{t('bookmarks.noneText', { key: keysOf('bookmark', language) })}</p>
        </EmptyState>
      ) : (
        <ListBox
          className="follow-up-list"
          aria-label={t('bookmarks.list')}
          items={data.map((one) => ({ id: one.note.id, one }))}
          selectionMode="none"
          onAction={(key) => {
            const found = data.find(({ note }) => note.id === key);
            if (found !== undefined) open(found);
          }}
        >
          {({ id, one }) => <Line key={id} one={one} />}
        </ListBox>
      )}
    </div>
  );
}

function open({ note }: KindInDocument): void {
  const [place] = placesOf(note);
  const paragraphId = place?.paragraphId;
  openDocument(note.documentId, paragraphId === undefined ? undefined : { paragraphId, marks: [] });
}

function Line({
  one: { note, documentTitle, documentLanguage },
}: {
  readonly one: KindInDocument;
}) {
  const t = useText('notes');
  const language = usePreferenceState(interfaceLanguage);
  const numbers = note.targets.flatMap(({ number }) => number ?? []);
  const where =
    numbers.length === 0 ? '' : t('where', { numbers: formatNumbers(numbers, language) });
  return (
    <ListBoxItem id={note.id} className="follow-up-line" textValue={`${documentTitle} ${where}`}>
      <span className="follow-up-where">
        {[documentTitle, where].filter((words) => words !== '').join(' · ')}
      </span>
      <span
        className="reading follow-up-quote"
        lang={langOf(documentLanguage)}
        dir={directionOf(documentLanguage)}
      >
        {typeset(note.targets.map(({ exact }) => exact).join(' […] '), documentLanguage)}
      </span>
    </ListBoxItem>
  );
}
