/** Steps to the next note, tagged passage or found word, by keys and from the palette; says which of how many. */
import { useMemo } from 'react';
import type { Place } from '../../electron/core/annotation.ts';
import type { Block } from '../../electron/core/document.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { useShortcuts } from '../app/keyboard.ts';
import type { Asked } from '../app/live-acts.ts';
import { isTyping } from '../app/shortcuts.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { placesOf } from './marks.ts';
import { goTo, showNote, useReading } from './reading.ts';
import type { RowFacts } from './row-facts.ts';
import { nextAlong, waypointsOf } from './waypoints.ts';
import type { Way, Waypoints } from './waypoints.ts';

interface WaypointsInput {
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly facts: ReadonlyMap<string, RowFacts>;
  readonly annotations: readonly AnnotationView[];
  readonly hits: readonly Place[];
  /** True: the find bar is open and steps through its hits itself. */
  readonly finding: boolean;
  readonly say: (words: string) => void;
}

export function useWaypoints(input: WaypointsInput): Waypoints {
  const { documentId, blocks, facts, annotations, hits, finding, say } = input;
  const t = useText('reader');
  const format = useFormats();
  const ways = useMemo(() => waypointsOf(blocks, facts, hits), [blocks, facts, hits]);

  const step = (way: Way, by: 1 | -1) => (asked: Asked) => {
    if (isTyping(asked.target) || (way === 'hits' && finding)) return false;
    const ordinals = new Map(blocks.map(({ id, ordinal }) => [id, ordinal]));
    const from = useReading.getState().current[documentId] ?? null;
    const next = nextAlong(ways[way], ordinals, from, by);
    if (next === null) {
      say(t('map.noMore'));
      return true;
    }
    goTo(documentId, next);
    const note = way === 'notes' ? annotations.find((one) => standsOn(one, next)) : undefined;
    if (note !== undefined) showNote(note.id);
    const [at, of] = [ways[way].indexOf(next) + 1, ways[way].length].map(format.number);
    say(t('map.at', { at, of }));
    return true;
  };
  useShortcuts('reader', {
    nextNote: step('notes', 1),
    previousNote: step('notes', -1),
    nextTagged: step('tags', 1),
    previousTagged: step('tags', -1),
    nextHit: step('hits', 1),
    previousHit: step('hits', -1),
  });
  return ways;
}

function standsOn(annotation: AnnotationView, paragraph: string): boolean {
  return placesOf(annotation).some(({ paragraphId }) => paragraphId === paragraph);
}
