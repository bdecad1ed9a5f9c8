/** The sheet: the paragraphs of the basket on an A4 page as it will be printed, to order and to print. */
import { useEffect, useRef, useState } from 'react';
import { attempt, stepHistory } from '../app/acts.ts';
import { flush } from '../app/flush.ts';
import { useShortcuts } from '../app/keyboard.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { show } from '../app/view.ts';
import { shell } from '../client.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { notify } from '../design/toast.ts';
import { useText } from '../i18n/index.ts';
import { Entry } from './Entry.tsx';
import { SheetHead } from './SheetHead.tsx';
import { Words } from './Words.tsx';
import './sheet.css';

export function SheetScreen() {
  const t = useText('sheet');
  const language = usePreferenceState(interfaceLanguage);
  const { data: sheet } = useArchive('sheet.get', { language }, { keepPrevious: true });
  const { data: info } = useArchive('library.info', {});
  const { mutate: move } = useCommand('sheet.move');
  const { mutateAsync: remove } = useCommand('sheet.remove');
  const { mutate: setNotes } = useCommand('sheet.notes');
  const list = useRef<HTMLOListElement>(null);
  /** The entry that keeps the focus wherever it moves. */
  const kept = useRef<string | null>(null);
  const [drag, setDrag] = useState<{ from: number; over: number } | null>(null);
  const entries = sheet?.entries ?? [];
  const isReadOnly = info?.readOnly !== null;

  const print = (): void =>
    attempt(async () => {
      await flush();
      await shell('shell.print', {});
    });
  useShortcuts('sheet', { printSheet: () => (entries.length > 0 ? print() : false) });

  const focus = (id: string | undefined): void => {
    if (id === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)?.focus();
  };
  const order = entries.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (kept.current === null) return;
    focus(kept.current);
    kept.current = null;
  }, [order]);

  const moveTo = (from: number, to: number): void => {
    const entry = entries[from];
    if (entry === undefined || to < 0 || to >= entries.length || to === from) return;
    kept.current = entry.id;
    move({ id: entry.id, to });
  };
  const take = (place: number): void => {
    const entry = entries[place];
    if (entry === undefined) return;
    kept.current = (entries[place + 1] ?? entries[place - 1])?.id ?? null;
    // What fails is told by the window's toasts.
    remove({ ids: [entry.id] }).then(
      () =>
        notify(t('removed'), {
          label: t('undo'),
          run: () => attempt(() => stepHistory('undo')),
        }),
      () => undefined,
    );
  };

  if (sheet === undefined) return <div className="screen" aria-busy="true" />;
  return (
    <div className="screen sheet-screen">
      <SheetHead sheet={sheet} isReadOnly={isReadOnly} onPrint={print} />
      {entries.length === 0 ? (
        <EmptyState
          title={t('none.title')}
          acts={<Button onPress={() => show({ name: 'library' })}>{t('none.act')}</Button>}
        >
          <p>{t('none.text', { key: keysOf('basket', language) })}</p>
        </EmptyState>
      ) : (
        <article className="sheet-paper on-paper" aria-label={t('paper')} key={sheet.id ?? ''}>
          <Words
            field="title"
            label={t('fields.title')}
            value={sheet.title}
            isReadOnly={isReadOnly}
          />
          <Words
            field="intro"
            label={t('fields.intro')}
            value={sheet.intro}
            isReadOnly={isReadOnly}
          />
          <ol className="sheet-entries" aria-label={t('list')} ref={list}>
            {entries.map((entry, place) => (
              <Entry
                key={entry.id}
                entry={entry}
                place={place}
                total={entries.length}
                isReadOnly={isReadOnly}
                isTarget={drag !== null && drag.over === place && drag.from !== place}
                onMove={(to) => moveTo(place, to)}
                onRemove={() => take(place)}
                onNotes={(shown) => setNotes({ ids: [entry.id], shown })}
                onStep={(to) => focus(entries[to]?.id)}
                onDrag={(from) => setDrag(from === null ? null : { from, over: from })}
                onOver={(over) => setDrag((at) => (at === null ? at : { ...at, over }))}
                onDrop={() => {
                  if (drag !== null) moveTo(drag.from, place);
                  setDrag(null);
                }}
              />
            ))}
          </ol>
        </article>
      )}
    </div>
  );
}
