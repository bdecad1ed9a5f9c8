/** Everything that carries a tag: passages and whole documents, filtered and in order, with a preview. */
import { useMemo, useState } from 'react';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useSides } from '../app/sides.ts';
import { openDocument, show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { PassageActs } from './PassageActs.tsx';
import type { PassageChoices } from './passage-choices.ts';
import { countsOf, facetsOf, filtered, grouped, keyOf } from './passage-view.ts';
import { PassageList } from './PassageList.tsx';
import { PassagePreview } from './PassagePreview.tsx';
import { PassageTools } from './PassageTools.tsx';
import { TagDialog } from './TagDialog.tsx';
import { TagSuggestions } from './TagSuggestions.tsx';
import { openTagDialog } from './tag-state.ts';
import { tagName, tagPath, tagsById } from './tag-tree.ts';
import './tags.css';
import './passages.css';

/** Paragraphs that the preview has on either side at least. */
const PREVIEWED = 3;

interface TagPassagesProps {
  readonly tagId: string;
  readonly choices: PassageChoices;
}

export function TagPassages({ tagId, choices }: TagPassagesProps) {
  const t = useText('tags');
  const coding = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  // The tree in the rail has the dialog; where the rail is folded away, this page has it.
  const { leftRail } = useSides();
  const { children, context, along, sort, filter } = choices;
  const { data: tags } = useArchive('tags.list', {});
  const { data: documents = [] } = useArchive('documents.list', {});
  const { data, error } = useArchive(
    'tags.passages',
    {
      id: tagId,
      children,
      context: context === 'section' ? context : Math.max(PREVIEWED, Number(context)),
      ...(along === null ? {} : { along: { ...along } }),
    },
    { keepPrevious: true },
  );
  const byId = useMemo(() => tagsById(tags ?? []), [tags]);
  const summaries = useMemo(() => new Map(documents.map((one) => [one.id, one])), [documents]);
  const all = data ?? NONE;
  const shown = useMemo(() => filtered(all, summaries, filter), [all, summaries, filter]);
  const groups = useMemo(
    () => grouped(shown, summaries, sort, (id) => tagPath(byId, id, language).join(' › ')),
    [shown, summaries, sort, byId, language],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(choices.at === null ? [] : [choices.at]),
  );
  const [focused, setFocused] = useState<string | null>(choices.at);
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

  const choose = (changed: Partial<PassageChoices>): void =>
    show({ name: 'tag', id: tagId, choices: { ...choices, at: focused, ...changed } });
  const open = (key: string): void => {
    const passage = shown.find((one) => keyOf(one) === key);
    if (passage === undefined) return;
    choose({ at: key });
    const place = passage.stretches.find(({ paragraphId }) => paragraphId !== null);
    if (place?.paragraphId == null) openDocument(passage.documentId);
    else {
      const start = place.text.indexOf(place.exact);
      const marks =
        start < 0 || place.exact === '' ? [] : [[start, start + place.exact.length] as const];
      openDocument(passage.documentId, { paragraphId: place.paragraphId, marks });
    }
  };
  const path = tagPath(byId, tagId, language);
  const counts = countsOf(shown);
  const hasChildren = (tags ?? []).some(({ parentId }) => parentId === tagId);
  const units = (['passages', 'paragraphs', 'documents'] as const).map((unit) =>
    coding(`units.${unit}`, { count: counts[unit], shown: format.number(counts[unit]) }),
  );
  const picked = shown.filter((one) => chosen.has(keyOf(one)));
  const previewed = shown.find((one) => keyOf(one) === focused);
  return (
    <div className="tag-page">
      <header className="tag-page-head">
        <div>
          {path.length > 1 && <p className="tag-above">{path.slice(0, -1).join(' › ')}</p>}
          <h1 className="tag-path" data-colour={tag.colour}>
            <span className="tag-dot" />
            {path.at(-1)}
          </h1>
        </div>
        <div className="tag-page-acts">
          <Button variant="quiet" onPress={() => openTagDialog({ type: 'edit', id: tagId })}>
            {t('menu.edit')}
          </Button>
          <Button variant="quiet" onPress={() => show({ name: 'codebook', tagId })}>
            {t('menu.card')}
          </Button>
        </div>
        {tag.description !== '' && <p className="tag-page-about">{tag.description}</p>}
        <p role="status" className="tag-page-counts tabular">
          {units.join(' · ')}
          {counts.wholes > 0 &&
            ` (${coding('passages.wholes', { count: counts.wholes, shown: format.number(counts.wholes) })})`}
          {hasChildren && ` — ${coding(children ? 'passages.withChildren' : 'passages.without')}`}
        </p>
      </header>
      <PassageTools
        choices={choices}
        facets={facetsOf(all, summaries, filter)}
        documents={summaries}
        along={along === null ? null : tagPath(byId, along.id, language).join(' › ')}
        hasChildren={hasChildren}
        onChange={choose}
      />
      <TagSuggestions tag={tag} />
      {!leftRail && <TagDialog />}
      {all.length === 0 && along === null ? (
        <EmptyState title={t('none.title')}>
          <p>{t('none.text')}</p>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState
          title={coding('passages.empty')}
          acts={
            <Button onPress={() => choose({ filter: {}, along: null })}>
              {coding('passages.clear')}
            </Button>
          }
        />
      ) : (
        <>
          <PassageActs
            tag={tag}
            children={children}
            passages={picked.length > 1 ? picked : shown}
            isChoice={picked.length > 1}
            isAll={picked.length < 2 && shown.length === all.length && along === null}
          />
          <div className="passage-halves">
            <PassageList
              label={t('list', { name: tagName(tag, language) })}
              groups={groups}
              tags={byId}
              tagId={tagId}
              sort={sort}
              context={context}
              chosen={chosen}
              focused={focused}
              onChoose={setChosen}
              onFocus={setFocused}
              onOpen={open}
            />
            <PassagePreview
              passage={previewed}
              tags={byId}
              onOpen={() => previewed !== undefined && open(keyOf(previewed))}
            />
          </div>
        </>
      )}
    </div>
  );
}

const NONE: readonly never[] = [];
