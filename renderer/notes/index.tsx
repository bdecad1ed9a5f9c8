/** The right panel: every annotation of the document in text order, and those to be placed again. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { attempt } from '../app/acts.ts';
import { openLink } from '../app/link.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { openExport } from '../exports/state.ts';
import { useText } from '../i18n/index.ts';
import { placesOf } from '../reader/marks.ts';
import { goTo, pointAt, useReading } from '../reader/reading.ts';
import { TagPicker } from '../tags/TagPicker.tsx';
import type { TagTarget } from '../tags/tag-target.ts';
import { useDraft } from './draft.ts';
import { DraftCard } from './DraftCard.tsx';
import type { NoteOrder } from './Filters.tsx';
import { NearNote } from './NearNote.tsx';
import { NotesHead } from './NotesHead.tsx';
import { activeParts, byTime, inTextOrder, keeps, NO_FILTER } from './order.ts';
import { OrphanCard } from './OrphanCard.tsx';
import { useGrown } from './use-grown.ts';
import './notes.css';

/** Cards that may be in sight when the panel opens. */
const IN_SIGHT = 12;

interface NotesPanelProps {
  readonly documentId: string;
}

export function NotesPanel({ documentId }: NotesPanelProps) {
  const t = useText('notes');
  const language = usePreferenceState(interfaceLanguage);
  const panel = useRef<HTMLDivElement>(null);
  const { data: document } = useArchive('documents.get', { id: documentId });
  const { data: annotations } = useArchive('annotations.list', { documentId });
  // Bookmarks have their own list beside the outline; one whose place is lost is to be placed here.
  const all = useMemo(
    () =>
      (annotations ?? []).filter(({ kind, state }) => kind !== 'bookmark' || state === 'orphaned'),
    [annotations],
  );
  const draft = useDraft((state) => (state.draft?.documentId === documentId ? state.draft : null));
  const active = useReading((state) => state.activeNote);
  const goal = useReading((state) => state.noteGoal);
  const [filter, setFilter] = useState(NO_FILTER);
  // When the filter was set: its 'today' counts from there.
  const [asOf, setAsOf] = useState(Date.now);
  const [order, setOrder] = useState<NoteOrder>('place');
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const editing = useReading((state) => state.editing);
  const [written, setWritten] = useState<{ at: number; id: string } | null>(null);
  const [tagging, setTagging] = useState<{ target: TagTarget; beside: Element } | null>(null);

  const blocks = useMemo(
    () => new Map((document?.blocks ?? []).map((block) => [block.id, block])),
    [document],
  );
  const { placed, orphaned } = useMemo(() => {
    const ordinals = new Map([...blocks].map(([id, { ordinal }]) => [id, ordinal]));
    return inTextOrder(all, ordinals);
  }, [all, blocks]);
  const inDraft = draft !== null && written?.at === draft.at ? written.id : null;
  const shown = useMemo(() => {
    const kept = placed.filter((note) => note.id !== inDraft && keeps(filter, note, asOf));
    return order === 'time' ? byTime(kept) : kept;
  }, [placed, inDraft, filter, asOf, order]);

  const pointed = goal?.id ?? editing ?? active;
  const wanted = pointed === null ? 0 : shown.findIndex(({ id }) => id === pointed) + 1;
  const there = useGrown(shown.length, IN_SIGHT, wanted);

  useEffect(() => {
    if (goal === null) return;
    const card = panel.current?.querySelector(`[data-note="${CSS.escape(goal.id)}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    useReading.setState({ noteGoal: null });
  }, [goal]);

  const onShow = useCallback(
    (note: AnnotationView, takeFocus: boolean) => {
      pointAt(note.id);
      const [first] = placesOf(note);
      if (first !== undefined) goTo(documentId, first.paragraphId, { takeFocus });
    },
    [documentId],
  );
  const onEdit = useCallback((id: string | null) => {
    const before = useReading.getState().editing;
    useReading.setState({ editing: id });
    if (id === null && before !== null) {
      requestAnimationFrame(() => focusCard(panel.current, before));
    }
  }, []);
  const onChoose = useCallback((id: string) => {
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const onTag = useCallback(
    (note: AnnotationView, beside: Element) => {
      setTagging({ target: { type: 'annotation', documentId, id: note.id }, beside });
    },
    [documentId],
  );
  const onParagraph = useCallback(
    (id: string, link: string) => {
      if (blocks.has(id)) goTo(documentId, id);
      else attempt(() => openLink(link));
    },
    [blocks, documentId],
  );
  const onCreated = useCallback(
    (id: string) => setWritten(draft === null ? null : { at: draft.at, id }),
    [draft],
  );

  const exportShown = (): void => {
    const title = document?.summary.title ?? '';
    const ids = shown.map(({ id }) => id);
    const isAll = activeParts(filter) === 0 || ids.length === 0;
    openExport(isAll ? { type: 'document', id: documentId } : { type: 'annotations', ids }, title);
  };

  const isEmpty = all.length === 0 && draft === null;
  return (
    <div className="notes" ref={panel} onKeyDown={(event) => step(panel.current, event)}>
      <NotesHead
        documentId={documentId}
        title={document?.summary.title ?? ''}
        all={all}
        shown={shown}
        filter={filter}
        order={order}
        chosen={chosen}
        onFilter={(next) => {
          setFilter(next);
          setAsOf(Date.now());
        }}
        onOrder={setOrder}
        onChosen={setChosen}
        onExport={exportShown}
      />
      {draft !== null && <DraftCard key={draft.at} draft={draft} onCreated={onCreated} />}
      {isEmpty && (
        <p className="notes-none">
          {t('empty', { note: keysOf('note', language), highlight: keysOf('highlight', language) })}
        </p>
      )}
      {orphaned.length > 0 && (
        <section className="orphans" aria-labelledby="orphans-title">
          <h3 id="orphans-title">{t('orphans.title', { count: orphaned.length })}</h3>
          <p className="orphan-said">{t('orphans.why')}</p>
          <ul>
            {orphaned.map((note) => (
              <OrphanCard key={note.id} note={note} documentId={documentId} blocks={blocks} />
            ))}
          </ul>
        </section>
      )}
      <ul className="note-list" aria-label={t(order === 'time' ? 'listByTime' : 'list')}>
        {shown.slice(0, there).map((note, at) => (
          <NearNote
            key={note.id}
            first={at < IN_SIGHT}
            note={note}
            isActive={note.id === active}
            isEditing={note.id === editing}
            isChosen={chosen?.has(note.id) ?? null}
            onChoose={onChoose}
            onEdit={onEdit}
            onShow={onShow}
            onTag={onTag}
            onParagraph={onParagraph}
          />
        ))}
      </ul>
      {shown.length === 0 && placed.length > 0 && inDraft === null && (
        <p className="notes-none">
          {t('filter.none')}{' '}
          <Button variant="quiet" onPress={() => setFilter(NO_FILTER)}>
            {t('filter.clear')}
          </Button>
        </p>
      )}
      {tagging !== null && (
        <TagPicker
          target={tagging.target}
          beside={tagging.beside}
          onClose={() => setTagging(null)}
        />
      )}
    </div>
  );
}

function focusCard(panel: HTMLElement | null, id: string): void {
  panel?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)?.focus();
}

/** Arrows go from card to card while a card, and not something in it, has the focus. */
function step(panel: HTMLElement | null, event: KeyboardEvent): void {
  if (panel === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  if (!(event.target instanceof HTMLElement) || event.target.dataset['note'] === undefined) return;
  const cards = [...panel.querySelectorAll<HTMLElement>('[data-note]')];
  const next = cards[cards.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  next.focus();
  event.preventDefault();
}
