/**
 * The map in the margin: where notes, tags and found words lie along the whole document, one lane each so
 * that colour alone tells nothing. Drawn as one path a lane; a click goes there, keys step through.
 */
import { memo, useMemo } from 'react';
import type { MouseEvent } from 'react';
import type { Block } from '../../electron/core/document.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { goTo } from './reading.ts';
import { blockAt, placesAlong, WAYS } from './waypoints.ts';
import type { Waypoints } from './waypoints.ts';

interface MarginMapProps {
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly ways: Waypoints;
}

/** Height of the drawing in its own units, and the width of a lane. */
const LENGTH = 1_000;
const LANE = 5;
/** How far a click may be from a mark that it means, in CSS pixels. */
const REACH = 6;

export const MarginMap = memo(function MarginMap({ documentId, blocks, ways }: MarginMapProps) {
  const t = useText('reader');
  const format = useFormats();
  const places = useMemo(() => placesAlong(blocks), [blocks]);
  const shown = WAYS.filter((way) => ways[way].length > 0);
  if (shown.length === 0) return null;
  const parts = shown.map((way) =>
    t(`map.${way}`, { count: ways[way].length, shown: format.number(ways[way].length) }),
  );
  const go = ({ currentTarget, clientY }: MouseEvent): void => {
    const { top, height } = currentTarget.getBoundingClientRect();
    const marked = new Set(shown.flatMap((way) => ways[way]));
    const id = blockAt(places, marked, (clientY - top) / height, REACH / height);
    if (id !== null) goTo(documentId, id);
  };
  const label = t('map.label', { parts: parts.join(', ') });
  return (
    <svg
      className="margin-map"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(LANE * WAYS.length)} ${String(LENGTH)}`}
      preserveAspectRatio="none"
      onClick={go}
    >
      <title>{`${label}. ${t('map.hint')}`}</title>
      {WAYS.map((way, lane) => (
        <path
          key={way}
          data-way={way}
          d={ways[way]
            .map((id) => {
              const y = ((places.get(id) ?? 0) * LENGTH).toFixed(1);
              return `M${String(lane * LANE + 0.5)} ${y}h${String(LANE - 1)}`;
            })
            .join('')}
        />
      ))}
    </svg>
  );
});
