/** Everything that carries a tag: passages and whole documents, by document, in the order of the texts. */
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { TaggedPassage } from '../../electron/contract/views.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { shortcutOf } from '../app/shortcuts.ts';
import { useSides } from '../app/sides.ts';
import { openDocument, show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Switch } from '../design/Field.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { openExport } from '../exports/state.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { addToBasket } from '../sheet/add.ts';
import { excerptOf } from './excerpt.ts';
import { TagDialog } from './TagDialog.tsx';
import { openTagDialog } from './tag-state.ts';
import { tagName, tagPath, tagsById } from './tag-tree.ts';
import './tags.css';

interface TagPassagesProps {
  readonly tagId: string;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly passage: TaggedPassage }[];
}

export function TagPassages({ tagId }: TagPassagesProps) {
  const t = useText('tags');
  const sheet = useText('sheet');
  const exports = useText('exports');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  // The tree in the rail has the dialog; where the rail is folded away, this page has it.
  const { leftRail } = useSides();
  const [children, setChildren] = useState(true);
  const { data: tags } = useArchive('tags.list', {});
  const { data, error } = useArchive(
    'tags.passages',
    { id: tagId, children },
    { keepPrevious: true },
  );
  const byId = useMemo(() => tagsById(tags ?? []), [tags]);
  const groups = useMemo(() => grouped(data ?? []), [data]);
  const tag = byId.get(tagId);
  if (error !== null || (tags !== undefined && tag === undefined)) {
    return (
      <EmptyState
        title={t('gone.title')}
        acts={<Button onPress={() => show({ name: 'library' })}>{t('gone.act')}</Button>}
      />
    );
  }
  if (tag === undefined || data === undefined) return null;

  const passages = data.filter(({ annotationId }) => annotationId !== null).length;
  const documents = data.length - passages;
  const path = tagPath(byId, tagId, language);
  const hasChildren = (tags ?? []).some(({ parentId }) => parentId === tagId);
  // Before the list, which would take the letter for the start of a word looked for.
  const pick = (event: KeyboardEvent): void => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const key = option?.getAttribute('data-key');
    if (key === undefined || shortcutOf(event.nativeEvent, 'reader') !== 'basket') return;
    const item = groups.flatMap(({ items }) => items).find(({ id }) => id === key);
    if (item === undefined) return;
    addToBasket(picked([item.passage]));
    event.preventDefault();
    event.stopPropagation();
  };
  const open = ({ documentId, paragraphId, text, exact }: TaggedPassage): void => {
    const start = text.indexOf(exact);
    const marks = start < 0 || exact === '' ? [] : [[start, start + exact.length] as const];
    if (paragraphId === null) openDocument(documentId);
    else openDocument(documentId, { paragraphId, marks });
  };
  return (
    <div className="tag-page" onKeyDownCapture={pick}>
      <header className="tag-page-head">
        {path.length > 1 && <p className="tag-above">{path.slice(0, -1).join(' › ')}</p>}
        <h1 className="tag-path" data-colour={tag.colour}>
          <span className="tag-dot" />
          {path.at(-1)}
        </h1>
        {tag.description !== '' && <p>{tag.description}</p>}
        <div className="tag-page-facts">
          <p role="status">
            {[
              t('passages', { count: passages, shown: format.number(passages) }),
              documents === 0
                ? ''
                : t('documents', { count: documents, shown: format.number(documents) }),
              t('inDocuments', { count: groups.length, shown: format.number(groups.length) }),
            ]
              .filter((words) => words !== '')
              .join(' · ')}
          </p>
          {hasChildren && (
            <Switch isSelected={children} onChange={setChildren}>
              {t('withChildren')}
            </Switch>
          )}
          {picked(data).length > 0 && (
            <Button variant="quiet" onPress={() => addToBasket(picked(data))}>
              {sheet('add')}
            </Button>
          )}
          {data.length > 0 && (
            <Button
              variant="quiet"
              onPress={() =>
                openExport({ type: 'tag', id: tagId, children }, tagName(tag, language))
              }
            >
              {exports('act')}
            </Button>
          )}
          <Button variant="quiet" onPress={() => openTagDialog({ type: 'edit', id: tagId })}>
            {t('menu.edit')}
          </Button>
          <Button variant="quiet" onPress={() => show({ name: 'codebook', tagId })}>
            {t('menu.card')}
          </Button>
        </div>
      </header>
      {!leftRail && <TagDialog />}
      {data.length === 0 ? (
        <EmptyState title={t('none.title')}>
          <p>{t('none.text')}</p>
        </EmptyState>
      ) : (
        <ListBox
          className="tag-passages"
          aria-label={t('list', { name: tagName(tag, language) })}
          items={groups}
          selectionMode="none"
          onAction={(key) => {
            const found = groups.flatMap(({ items }) => items).find(({ id }) => id === key);
            if (found !== undefined) open(found.passage);
          }}
        >
          {(group) => (
            <ListBoxSection id={group.id} className="tag-group">
              <Header className="tag-group-title">{group.title}</Header>
              {group.items.map(({ id, passage }) => (
                <Passage
                  key={id}
                  id={id}
                  passage={passage}
                  under={
                    passage.tagId === tagId
                      ? ''
                      : tagPath(byId, passage.tagId, language).slice(path.length).join(' › ')
                  }
                />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      )}
    </div>
  );
}

interface PassageProps {
  readonly id: string;
  readonly passage: TaggedPassage;
  /** Path below the tag shown, or ''. */
  readonly under: string;
}

function Passage({ id, passage, under }: PassageProps) {
  const t = useText('tags');
  const language = usePreferenceState(interfaceLanguage);
  const { number, section, text, exact, body, paragraphId } = passage;
  const { before, passage: words, after } = excerptOf(text, exact);
  const where = [
    number === null ? '' : t('paragraph', { number: formatNumber(number, language) }),
    section.at(-1) ?? '',
    under,
  ].filter((part) => part !== '');
  return (
    <ListBoxItem id={id} className="tag-passage" textValue={`${number ?? ''} ${words}`.trim()}>
      <span className="tag-where">{where.join(' · ')}</span>
      {paragraphId === null ? (
        <span className="tag-whole">{t('whole')}</span>
      ) : (
        <span
          className="reading tag-words"
          lang={langOf(passage.language)}
          dir={directionOf(passage.language)}
        >
          {typeset(before, passage.language)}
          <mark>{typeset(words, passage.language)}</mark>
          {typeset(after, passage.language)}
        </span>
      )}
      {body !== '' && <span className="tag-note">{body}</span>}
    </ListBoxItem>
  );
}

/** The paragraphs of passages, each once. */
function picked(passages: readonly TaggedPassage[]): { documentId: string; paragraphId: string }[] {
  const found = new Map(
    passages.flatMap(({ documentId, paragraphId }) =>
      paragraphId === null ? [] : [[paragraphId, { documentId, paragraphId }] as const],
    ),
  );
  return [...found.values()];
}

function grouped(passages: readonly TaggedPassage[]): Group[] {
  const groups = new Map<
    string,
    { id: string; title: string; items: { id: string; passage: TaggedPassage }[] }
  >();
  passages.forEach((passage, index) => {
    const group = groups.get(passage.documentId) ?? {
      id: passage.documentId,
      title: passage.documentTitle,
      items: [],
    };
    group.items.push({ id: `${passage.documentId}-${index}`, passage });
    groups.set(passage.documentId, group);
  });
  return [...groups.values()];
}
