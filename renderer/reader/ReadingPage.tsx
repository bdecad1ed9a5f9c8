/**
 * The page itself: text, keys, selection, find bar, tag picker and original side by side. It knows
 * which paragraph is in focus and leaves every act to `use-acts.ts`.
 */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Block } from '../../electron/core/document.ts';
import type { DocumentView } from '../../electron/contract/views.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import type { Focus } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Banner, EmptyState } from '../design/EmptyState.tsx';
import { useText } from '../i18n/index.ts';
import { ReadScan } from '../ocr/ReadScan.tsx';
import { readScans, scanState } from '../ocr/scans.ts';
import { useOpenOutside } from '../original/outside.ts';
import { focusPages } from '../original/selected.ts';
import { CorrectMenu } from '../report/CorrectMenu.tsx';
import type { Correctable } from '../report/CorrectMenu.tsx';
import { TagPicker } from '../tags/TagPicker.tsx';
import type { TagTarget } from '../tags/tag-target.ts';
import { useLocked } from '../unlock/locked.ts';
import { Unlock } from '../unlock/Unlock.tsx';
import { FindBar } from './FindBar.tsx';
import type { Found } from './FindBar.tsx';
import { FootnoteCard } from './FootnoteCard.tsx';
import type { OpenFootnote } from './FootnoteCard.tsx';
import { callsOf, layOut, paragraphsOf } from './layout.ts';
import { MarginMap } from './MarginMap.tsx';
import { NumberMenu } from './NumberMenu.tsx';
import type { OpenMenu } from './NumberMenu.tsx';
import { PickedBar } from './PickedBar.tsx';
import { ReadingBar } from './ReadingBar.tsx';
import { goTo, useReading } from './reading.ts';
import { rowFacts } from './row-facts.ts';
import { placesOfSelection } from './selection-dom.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { SuggestedContext, useSuggested } from './suggested.ts';
import { SuggestionsBar } from './SuggestionsBar.tsx';
import { Text } from './Text.tsx';
import { TitleBlock } from './TitleBlock.tsx';
import { useActs } from './use-acts.ts';
import { useKeys } from './use-keys.ts';
import { useLayout } from './use-layout.ts';
import { useMarks } from './use-marks.ts';
import { usePlace } from './use-place.ts';
import { useTravel } from './use-travel.ts';
import { useWaypoints } from './use-waypoints.ts';

/** What draws pages comes when pages are first wanted: no other reading waits for it. */
const OriginalPage = lazy(() =>
  import('../original/index.tsx').then((part) => ({ default: part.OriginalPage })),
);

/** Milliseconds a text may keep the window busy before what draws its pages is fetched anyway. */
const PAGES_AHEAD = 4_000;

/** Fetches what draws pages in a quiet moment of reading: asked for later, they are there at once. */
function usePagesAhead(hasPages: boolean): void {
  useEffect(() => {
    if (!hasPages) return;
    const waiting = requestIdleCallback(
      () =>
        void Promise.all([import('../original/index.tsx'), import('../original/pdf.ts')])
          .then(([, pdf]) => pdf.startAhead())
          // Who asks for pages is told.
          .catch(() => undefined),
      { timeout: PAGES_AHEAD },
    );
    return () => cancelIdleCallback(waiting);
  }, [hasPages]);
}

/** Where the words selected in a paragraph begin, or null. */
function selectedFrom(
  { current: root }: RefObject<HTMLElement | null>,
  { paragraphId }: OpenMenu,
  paragraphs: readonly Block[],
): number | null {
  const places = root === null ? [] : placesOfSelection(root, getSelection(), paragraphs);
  return places.find((place) => place.paragraphId === paragraphId)?.start ?? null;
}

/** The footnote that a pressed mark points at. */
function footnoteAt(beside: HTMLElement, blocks: readonly Block[]): OpenFootnote | null {
  const block = blocks.find(({ id }) => id === beside.dataset['note']);
  return block === undefined ? null : { block, mark: beside.dataset['mark'] ?? '', beside };
}

interface ReadingPageProps {
  readonly document: DocumentView;
  readonly annotations: readonly AnnotationView[];
  readonly focus: Focus | null;
}

const NOTHING_FOUND: Found = { hits: [], current: null };

export function ReadingPage({ document, annotations, focus }: ReadingPageProps) {
  const { summary, blocks } = document;
  const readOnly = useArchive('library.info', {}).data?.readOnly !== null;
  const t = useText('reader');
  const ocr = useText('ocr');
  const password = useText('password');
  const waits = useLocked(summary);
  const scan = scanState(summary.fault);
  const scroller = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(blocks), [blocks]);
  const stretches = useMemo(() => layOut(blocks), [blocks]);
  const calls = useMemo(() => callsOf(blocks), [blocks]);
  const facts = useMemo(() => rowFacts(annotations), [annotations]);
  const suggested = useSuggested(summary.id);
  const [said, say] = useState('');
  const [bar, setBar] = useState<'find' | 'goTo' | null>(null);
  const [found, setFound] = useState<Found>(NOTHING_FOUND);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [correcting, setCorrecting] = useState<Correctable | null>(null);
  const [tagging, setTagging] = useState<{ target: TagTarget; beside: Element } | null>(null);
  const [footnote, setFootnote] = useState<OpenFootnote | null>(null);
  const hasPages = summary.format === 'pdf';
  usePagesAhead(hasPages);
  const pages = useLayout(scroller, document, hasPages);
  const { layout } = pages;
  const openOutside = useOpenOutside(summary.id);
  const numbers = usePreferenceState(interfaceLanguage);
  const activeNote = useReading((state) => state.activeNote);

  const acts = useActs(summary, annotations, say);
  const { stretch, setStretch, arrived } = useTravel({ scroller, document, stretches, focus });
  const onScroll = usePlace(scroller, summary.id);
  const keys = useKeys({
    scroller,
    documentId: summary.id,
    paragraphs,
    acts,
    annotations,
    hasOriginal: hasPages,
    toggleOriginal: (wanted) => pages.show(layout === wanted ? 'text' : wanted),
    openBar: setBar,
    openMenu: setMenu,
    openTags: setTagging,
    openFootnote: (beside) => setFootnote(footnoteAt(beside, blocks)),
    nextStretch: (step) => setStretch(stretch + step, step),
  });
  const hits = found.hits.length > 0 ? found : arrived;
  useMarks(scroller, {
    annotations,
    activeId: activeNote,
    hits: hits.hits,
    currentHit: hits.current,
    page: stretches[stretch],
  });

  const ways = useWaypoints({
    documentId: summary.id,
    blocks,
    facts,
    annotations,
    hits: hits.hits,
    finding: bar === 'find',
    say,
  });

  const closeBar = useCallback(() => {
    setBar(null);
    setFound(NOTHING_FOUND);
    scroller.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
    if (scroller.current?.clientHeight === 0) focusPages();
  }, []);

  const shown = stretches[stretch] ?? stretches[0];
  return (
    <div className="reader" data-layout={layout}>
      {summary.collection === 'guides' && <Banner>{t('guide')}</Banner>}
      <div className="reading-panes">
        {bar !== null && (
          <FindBar
            key={bar}
            mode={bar}
            documentId={summary.id}
            paragraphs={paragraphs}
            onFound={setFound}
            onClose={closeBar}
          />
        )}
        <div
          className="scroller"
          ref={scroller}
          onScroll={onScroll}
          onClick={keys.onClick}
          onFocus={keys.onFocus}
          onContextMenu={keys.onContextMenu}
        >
          <article className="sheet reading" aria-label={summary.title}>
            <TitleBlock
              summary={summary}
              onTag={(beside) =>
                setTagging({ target: { type: 'document', id: summary.id }, beside })
              }
            />
            {paragraphs.length === 0 && (
              <EmptyState
                title={t('empty.title')}
                acts={
                  waits !== null ? (
                    <Unlock
                      what={{ type: 'document', id: summary.id }}
                      name={summary.originalName}
                      {...(waits === 'scan' ? { onOpened: () => readScans([summary.id]) } : {})}
                    />
                  ) : scan === 'unread' ? (
                    <ReadScan ids={[summary.id]} />
                  ) : undefined
                }
              >
                <p>
                  {waits !== null
                    ? password(`said.${waits}`)
                    : scan === 'empty'
                      ? ocr('nothingRead')
                      : t(scan === 'unread' ? 'empty.scan' : 'empty.text')}
                </p>
              </EmptyState>
            )}
            {stretch > 0 && (
              <button
                type="button"
                className="button turn"
                onClick={() => setStretch(stretch - 1, -1)}
              >
                {t('stretch.before')}
              </button>
            )}
            {shown !== undefined && (
              <SuggestedContext value={suggested}>
                <Text stretch={shown} facts={facts} calls={calls} numbers={numbers} />
              </SuggestedContext>
            )}
            {stretch < stretches.length - 1 && (
              <button
                type="button"
                className="button turn"
                onClick={() => setStretch(stretch + 1, 1)}
              >
                {t('stretch.after', { at: stretch + 1, of: stretches.length })}
              </button>
            )}
          </article>
        </div>
        {layout !== 'page' && <MarginMap documentId={summary.id} blocks={blocks} ways={ways} />}
        {layout !== 'text' && (
          <Suspense fallback={<div className="original" />}>
            <OriginalPage
              documentId={summary.id}
              name={summary.originalName}
              hash={document.originalHash}
              blocks={blocks}
              annotations={annotations}
              hits={hits.hits}
              currentHit={hits.current}
              layout={layout}
              place={pages.place}
              returns={pages.returns && focus === null}
              text={scroller}
              onOutside={openOutside}
              onClose={() => pages.show('text')}
            />
          </Suspense>
        )}
      </div>
      <ReadingBar
        layout={hasPages ? layout : null}
        onLayout={pages.show}
        onOutside={openOutside}
        onFind={() => setBar('find')}
      />
      <SuggestionsBar
        documentId={summary.id}
        suggested={suggested}
        order={paragraphs.map(({ id }) => id)}
      />
      <PickedBar documentId={summary.id} keys={keys} />
      <SelectionBar scroller={scroller} keys={keys} />
      <NumberMenu
        menu={menu}
        hasOriginal={hasPages}
        isBookmarked={facts.get(menu?.paragraphId ?? '')?.bookmarked === true}
        keys={keys}
        onCorrect={
          readOnly
            ? null
            : (open) => setCorrecting({ ...open, at: selectedFrom(scroller, open, paragraphs) })
        }
        onClose={() => setMenu(null)}
      />
      <CorrectMenu
        documentId={summary.id}
        blocks={blocks}
        menu={correcting}
        onClose={() => setCorrecting(null)}
      />
      {footnote !== null && (
        <FootnoteCard
          key={footnote.block.id}
          open={footnote}
          onGo={(blockId) => goTo(summary.id, blockId)}
          onClose={() => setFootnote(null)}
        />
      )}
      {tagging !== null && (
        <TagPicker
          key={JSON.stringify(tagging.target)}
          target={tagging.target}
          beside={tagging.beside}
          onClose={() => setTagging(null)}
        />
      )}
      <p className="unseen" role="status" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
