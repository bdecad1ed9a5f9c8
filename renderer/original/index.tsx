/** The original's own pages with the reader's marks on them, beside the text or alone. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent, RefObject } from 'react';
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import type { AnnotationView, OriginalPlace } from '../../electron/contract/views.ts';
import { useShortcuts } from '../app/keyboard.ts';
import type { Asked } from '../app/live-acts.ts';
import { useText } from '../i18n/index.ts';
import { Unlock } from '../unlock/Unlock.tsx';
import { annotationAt, byParagraph } from '../reader/marks.ts';
import { goTo, pointAt, setCurrent, showNote, useReading } from '../reader/reading.ts';
import { rowFacts } from '../reader/row-facts.ts';
import { OriginalBar } from './OriginalBar.tsx';
import { offerSelection, pageViewOf } from './selected.ts';
import { useDesk } from './use-desk.ts';
import { useInStep } from './use-in-step.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { nextZoom } from './zoom.ts';
import './original.css';
import './pages.css';

interface OriginalPageProps {
  readonly documentId: string;
  /** The file's name. */
  readonly name: string;
  /** SHA-256 of the original, hex. */
  readonly hash: string;
  readonly blocks: readonly Block[];
  readonly annotations: readonly AnnotationView[];
  readonly hits: readonly Place[];
  readonly currentHit: Place | null;
  readonly layout: 'beside' | 'page';
  /** Where the reader left off in the original, or null. */
  readonly place: OriginalPlace | null;
  /** True: the place is shown again; else the paragraph in focus is. */
  readonly returns: boolean;
  /** What scrolls the text beside. */
  readonly text: RefObject<HTMLElement | null>;
  readonly onOutside: () => void;
  readonly onClose: () => void;
}

export function OriginalPage(props: OriginalPageProps) {
  const { documentId, hash, blocks, annotations, hits, currentHit, layout, place } = props;
  const t = useText('reader');
  const password = useText('password');
  const container = useRef<HTMLDivElement>(null);
  const pageField = useRef<HTMLInputElement>(null);
  const current = useReading((state) => state.current[documentId] ?? null);
  const activeNote = useReading((state) => state.activeNote);
  const [inStep, setInStep] = useState(true);
  const { status, desk, view, state } = useDesk({ container, hash, blocks, place });
  useKeptPlace({ documentId, view, state, layout });

  const marks = useMemo(
    () => ({
      byParagraph: byParagraph(annotations),
      facts: rowFacts(annotations),
      hits: grouped(hits),
      currentHit,
      current,
      activeNote,
    }),
    [activeNote, annotations, current, currentHit, hits],
  );
  useEffect(() => desk?.show(marks), [desk, marks]);
  useEffect(
    () => (desk === null ? undefined : offerSelection((selection) => desk.selected(selection))),
    [desk],
  );
  // Alone, the pages are what keys are for: the text they take the place of had the focus.
  useEffect(() => {
    const focused = document.activeElement;
    const isLost = focused === document.body || props.text.current?.contains(focused) === true;
    if (layout === 'page' && isLost) container.current?.focus({ preventScroll: true });
  }, [layout, props.text]);
  // A place asked for by a panel is shown on its page too, be it in focus already or a heading.
  useEffect(
    () =>
      useReading.subscribe(({ goal }, before) => {
        if (goal === null || goal === before.goal || goal.documentId !== documentId) return;
        void desk?.reveal(goal.blockId, null);
      }),
    [desk, documentId],
  );

  // The paragraph in focus comes into view; at first, unless the reader comes back to a page.
  const [begin] = useState(props.returns ? place : null);
  const shown = useRef<unknown>(null);
  useEffect(() => {
    if (desk === null) return;
    const first = shown.current !== desk;
    shown.current = desk;
    if (first && begin !== null) desk.view.put(begin);
    else if (current !== null) void desk.reveal(current, null, first);
  }, [begin, current, desk]);
  useEffect(() => {
    if (desk !== null && currentHit !== null) void desk.reveal(currentHit.paragraphId, currentHit);
  }, [currentHit, desk]);
  useInStep(props.text, layout === 'beside' && inStep ? desk : null, current);

  const press = useCallback(
    (event: MouseEvent): void => {
      if (desk === null || getSelection()?.isCollapsed === false) return;
      const found = desk.at(event.clientX, event.clientY);
      if (found === null) return;
      const note =
        found.end > found.start ? annotationAt(annotations, found.paragraphId, found.start) : null;
      if (note === null) pointAt(null);
      else showNote(note.id);
      setCurrent(documentId, found.paragraphId);
      goTo(documentId, found.paragraphId, { takeFocus: false });
    },
    [annotations, desk, documentId],
  );

  const onPage = (act: () => void) => (event: Asked) =>
    pageViewOf(event.target) === null || view === null ? false : (act(), true);
  const step = (by: 1 | -1) =>
    onPage(() => {
      if (state !== null) view?.goTo(Math.min(state.pages, Math.max(1, state.page + by)));
    });
  useShortcuts('original', {
    nextPage: step(1),
    previousPage: step(-1),
    pageLarger: onPage(() => view?.zoom(nextZoom(state?.factor ?? 1, 1))),
    pageSmaller: onPage(() => view?.zoom(nextZoom(state?.factor ?? 1, -1))),
    fitWidth: onPage(() => view?.zoom('page-width')),
    fitPage: onPage(() => view?.zoom('page-fit')),
    rotate: onPage(() => view?.rotate(90)),
    goToPage: ({ target }) => {
      if (pageViewOf(target) === null) return false;
      pageField.current?.focus();
      return true;
    },
  });

  return (
    <section className="original" aria-label={t('original.label')} data-status={status}>
      <OriginalBar
        view={view}
        state={state}
        pageField={pageField}
        inStep={layout === 'beside' ? inStep : null}
        onInStep={setInStep}
        onOutside={props.onOutside}
        onClose={props.onClose}
      />
      <div className="original-room">
        <div
          className="original-view"
          ref={container}
          tabIndex={0}
          role="region"
          aria-label={t('original.pages')}
          onClick={press}
        >
          <div className="pdfViewer" />
        </div>
        {status === 'locked' && (
          <div className="original-said">
            <p>{password('said.original')}</p>
            <Unlock what={{ type: 'document', id: documentId }} name={props.name} />
          </div>
        )}
        {status === 'failed' && <p className="original-said">{t('original.failed')}</p>}
        {status === 'loading' && <p className="original-said">{t('original.loading')}</p>}
      </div>
    </section>
  );
}

function grouped(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const group = groups.get(place.paragraphId);
    if (group === undefined) groups.set(place.paragraphId, [place]);
    else group.push(place);
  }
  return groups;
}
