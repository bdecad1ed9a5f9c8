/** The list of passages: arrows go through them, Shift and Ctrl choose several, Enter opens one. */
import { useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { TaggedPassage, TagView } from '../../electron/contract/views.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { shortcutOf } from '../app/shortcuts.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { addToBasket } from '../sheet/add.ts';
import type { PassageContext, PassageSort } from './passage-choices.ts';
import { paragraphsOfPassages, targetOfPassages } from './passage-target.ts';
import { upTo } from './passage-view.ts';
import type { PassageGroup } from './passage-view.ts';
import { PassageWords } from './PassageWords.tsx';
import { TagPicker } from './TagPicker.tsx';
import type { ManyTarget } from './tag-target.ts';
import { tagPath } from './tag-tree.ts';

/** So many are drawn at first, and more each time one asks. */
const STEP = 200;

interface PassageListProps {
  readonly label: string;
  readonly groups: readonly PassageGroup[];
  readonly tags: ReadonlyMap<string, TagView>;
  readonly tagId: string;
  readonly sort: PassageSort;
  readonly context: PassageContext;
  readonly chosen: ReadonlySet<string>;
  readonly focused: string | null;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly onFocus: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

export function PassageList(props: PassageListProps) {
  const { label, groups, tags, tagId, sort, context, chosen, focused } = props;
  const { onChoose, onFocus, onOpen } = props;
  const t = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const [limit, setLimit] = useState(STEP);
  const [tagging, setTagging] = useState<{ target: ManyTarget; beside: Element } | null>(null);
  const all = groups.flatMap(({ items }) => items);
  const left = all.length - limit;

  // Before the list, which would take the letter for the start of a word looked for.
  const press = (event: KeyboardEvent): void => {
    const option = optionOf(event.target);
    const act = shortcutOf(event.nativeEvent, 'reader');
    if (option === null || (act !== 'basket' && act !== 'tag')) return;
    const key = option.getAttribute('data-key') ?? '';
    const meant = all.filter((one) => (chosen.has(key) ? chosen.has(one.key) : one.key === key));
    const passages = meant.map(({ passage }) => passage);
    if (act === 'basket') addToBasket(paragraphsOfPassages(passages));
    else setTagging({ target: targetOfPassages(passages), beside: option });
    event.preventDefault();
    event.stopPropagation();
  };
  const focus = ({ target }: FocusEvent): void => {
    const key = optionOf(target)?.getAttribute('data-key');
    if (key != null && key !== focused) onFocus(key);
  };
  return (
    <div className="passage-list" onKeyDownCapture={press} onFocus={focus}>
      <ListBox
        className="tag-passages"
        aria-label={label}
        items={upTo(groups, limit)}
        dependencies={[language, tags, context, sort]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose(new Set(keys === 'all' ? all.map(({ key }) => key) : [...keys].map(String)))
        }
        onAction={(key) => onOpen(String(key))}
      >
        {(group) => (
          <ListBoxSection id={group.id} className="tag-group">
            <Header className="tag-group-title">
              {sort === 'tag'
                ? tagPath(tags, group.of, language).join(' › ')
                : (group.items[0]?.passage.documentTitle ?? '')}
            </Header>
            {group.items.map(({ key, passage }) => (
              <Passage
                key={key}
                id={key}
                passage={passage}
                context={context}
                title={sort === 'tag' ? passage.documentTitle : ''}
                under={passage.tagIds
                  .filter((id) => id !== tagId && sort !== 'tag')
                  .map((id) => tagPath(tags, id, language).at(-1) ?? '')
                  .join(', ')}
              />
            ))}
          </ListBoxSection>
        )}
      </ListBox>
      {left > 0 && (
        <Button className="passage-more" onPress={() => setLimit(limit + STEP)}>
          {t('passages.more', {
            count: Math.min(left, STEP),
            shown: format.number(Math.min(left, STEP)),
          })}
        </Button>
      )}
      {tagging !== null && <TagPicker {...tagging} onClose={() => setTagging(null)} />}
    </div>
  );
}

interface PassageProps {
  readonly id: string;
  readonly passage: TaggedPassage;
  readonly context: PassageContext;
  /** Title of its document, or '' where the group has it. */
  readonly title: string;
  /** Names of the tags below the one shown that it carries, or ''. */
  readonly under: string;
}

function Passage({ id, passage, context, title, under }: PassageProps) {
  const t = useText('tags');
  const language = usePreferenceState(interfaceLanguage);
  const { stretches, body, annotationId } = passage;
  const numbers = stretches.flatMap(({ number }) =>
    number === null ? [] : t('paragraph', { number: formatNumber(number, language) }),
  );
  const where = [title, ...numbers, stretches[0]?.section.at(-1) ?? '', under];
  const words = stretches.map(({ exact }) => exact).join(' ');
  return (
    <ListBoxItem
      id={id}
      className="tag-passage"
      textValue={annotationId === null ? t('whole') : `${numbers.join(' ')} ${words}`.trim()}
    >
      <span className="tag-where">{where.filter((part) => part !== '').join(' · ')}</span>
      {annotationId === null ? (
        <span className="tag-whole">{t('whole')}</span>
      ) : (
        <PassageWords passage={passage} context={context} />
      )}
      {body !== '' && <span className="tag-note">{body}</span>}
    </ListBoxItem>
  );
}

function optionOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="option"]') : null;
}
