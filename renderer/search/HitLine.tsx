/** One passage found: where it stands, its words, what the reader made of it. */
import { ShoppingBasket } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { SearchHit, TagView } from '../../electron/contract/views.ts';
import { attempt } from '../app/acts.ts';
import { keysOf, shortcutOf } from '../app/shortcuts.ts';
import { IconButton } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { addToBasket } from '../sheet/add.ts';
import { openHit } from './open-hit.ts';
import { segments } from './segments.ts';

interface HitLineProps {
  readonly hit: SearchHit;
  readonly query: string;
  readonly place: number;
  /** True for the one hit that Tab reaches. */
  readonly reachable: boolean;
  readonly tags: readonly TagView[];
  /** True: marked, to be tagged with others. */
  readonly isPicked: boolean;
  /** Moves the focus to another hit; below zero: into the search box. */
  readonly onMove: (place: number) => void;
  /** Marks it or takes its mark away, or marks all from where marking began to the hit at a place. */
  readonly onPick: (place: number, range: boolean) => void;
  /** Tags it, or those that are marked where it is one of them. */
  readonly onTag: (place: number, beside: Element) => void;
}

export function HitLine(props: HitLineProps) {
  const { hit, query, place, reachable, tags, isPicked, onMove, onPick, onTag } = props;
  const coding = useText('coding');
  const t = useText('search');
  const sheet = useText('sheet');
  const language = useLanguage();
  const format = useFormats();
  const where = [
    hit.number === null ? '' : t('hit.paragraph', { number: hit.number }),
    hit.section.at(-1) ?? '',
    hit.page === null ? '' : t('hit.page', { page: format.number(hit.page) }),
    format.language(hit.language),
  ].filter((part) => part !== '');
  const names = hit.tags.flatMap((id) => tags.filter((tag) => tag.id === id));
  const copies = [
    ...new Set(hit.copies.map(({ title }) => title).filter((one) => one !== hit.title)),
  ];
  const open = () => attempt(() => openHit(hit, query));
  const onKey = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event.nativeEvent, 'search');
    if (shortcut === 'nextResult') onMove(place + 1);
    else if (shortcut === 'previousResult') onMove(place - 1);
    else if (shortcut === 'openResult') open();
    else if (shortcut === 'basketResult') addToBasket([hit]);
    else if (shortcut === 'pickResult') onPick(place, false);
    else if (shortcut === 'pickResultsDown' || shortcut === 'pickResultsUp') {
      const next = place + (shortcut === 'pickResultsDown' ? 1 : -1);
      if (next < 0) return;
      onPick(next, true);
      onMove(next);
    } else if (shortcut === 'tagResult') {
      if (event.target instanceof Element) onTag(place, event.target);
    } else if (shortcut === 'clearSearch') onMove(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="listitem" className="hit-item">
      <div
        className="hit"
        role="link"
        data-hit={place}
        tabIndex={reachable ? 0 : -1}
        data-picked={isPicked ? '' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) onPick(place, false);
          else if (event.shiftKey) onPick(place, true);
          else open();
        }}
        onKeyDown={onKey}
      >
        <p className="hit-where">
          <span className="hit-title" dir="auto">
            {hit.title}
          </span>
          {hit.source === 'translation' && (
            <span className="hit-guide">{t('hit.translation')}</span>
          )}
          {hit.collection === 'guides' && <span className="hit-guide">{t('hit.guide')}</span>}
          {isPicked && <span className="hit-picked">{coding('hits.isPicked')}</span>}
          <span className="hit-place">{where.join(' · ')}</span>
        </p>
        <p className="hit-text reading" lang={hit.language} dir="auto">
          {segments(hit.snippet).map(({ text, marked }, index) =>
            marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </p>
        {(names.length > 0 || hit.notes > 0 || copies.length > 0) && (
          <p className="hit-under">
            {names.map(({ id, name, colour }) => (
              <span key={id} className={`tag-name ${colour}`}>
                {name}
              </span>
            ))}
            {hit.notes > 0 && (
              <span>{t('hit.notes', { count: hit.notes, shown: format.number(hit.notes) })}</span>
            )}
            {copies.length > 0 && <span>{t('hit.copies', { titles: format.list(copies) })}</span>}
          </p>
        )}
      </div>
      <IconButton
        label={sheet('add')}
        keys={keysOf('basketResult', language)}
        className="hit-basket"
        excludeFromTabOrder={!reachable}
        onPress={() => addToBasket([hit])}
      >
        <ShoppingBasket aria-hidden="true" />
      </IconButton>
    </div>
  );
}
