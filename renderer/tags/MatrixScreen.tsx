/** Tags counted by document or group of documents, or tag by tag: to be looked at, clicked into, exported. */
import { useMemo, useState } from 'react';
import { TAG_COLUMNS, TAG_UNITS } from '../../electron/core/tag-count.ts';
import type { TagColumn, TagUnit } from '../../electron/core/tag-count.ts';
import { KINDS } from '../../electron/core/document.ts';
import { attempt } from '../app/acts.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { show } from '../app/view.ts';
import { shell } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Switch } from '../design/Field.tsx';
import { Select } from '../design/Select.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { useWords } from '../library/words.ts';
import { CountTable } from './CountTable.tsx';
import { countGrid, gridTable } from './count-grid.ts';
import type { GridSort, GridTag } from './count-grid.ts';
import { AS_OPENED } from './passage-choices.ts';
import type { Facet } from './passage-choices.ts';
import { tagName, tagPath, tagsById, tagTree } from './tag-tree.ts';
import type { TagNode } from './tag-tree.ts';
import './matrix.css';

/** So many columns are drawn at first, the fullest where there are more; all go into the table exported. */
const STEP = 60;

interface MatrixScreenProps {
  readonly compare: 'documents' | 'tags';
}

export function MatrixScreen({ compare }: MatrixScreenProps) {
  const t = useText('coding');
  const format = useFormats();
  const words = useWords();
  const language = usePreferenceState(interfaceLanguage);
  const [by, setBy] = useState<TagColumn>('document');
  const [field, setField] = useState('');
  const [unit, setUnit] = useState<TagUnit>('passages');
  const [children, setChildren] = useState(compare === 'documents');
  const [sort, setSort] = useState<GridSort>({ by: 'codebook' });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(STEP);
  const isSquare = compare === 'tags';
  const { data: tags = [] } = useArchive('tags.list', {});
  const { data: documents = [] } = useArchive('documents.list', {});
  const { data: byDocument } = useArchive(
    'tags.matrix',
    { by, field, unit, children },
    { enabled: !isSquare, keepPrevious: true },
  );
  const { data: byTag } = useArchive(
    'tags.together',
    { unit, children },
    { enabled: isSquare, keepPrevious: true },
  );
  const table = isSquare ? byTag : byDocument;
  const byId = useMemo(() => tagsById(tags), [tags]);
  const gridTags = useMemo(() => inOrder(tagTree(tags, language), language), [tags, language]);
  const grid = useMemo(() => {
    if (table === undefined) return null;
    const labelOf = ({ id, title }: { id: string; title: string }): string => {
      const tag = byId.get(id);
      if (isSquare) return tag === undefined ? '' : tagName(tag, language);
      if (by === 'document') return title;
      if (id === '') return t('passages.none');
      if (by === 'language') return words.language(id);
      if (by === 'kind') return words.kind(KINDS.find((kind) => kind === id) ?? 'other');
      return id;
    };
    const choices = { sort, open: children && !isSquare ? open : null, isSquare };
    return countGrid(table, gridTags, labelOf, format.compare, choices);
  }, [table, gridTags, byId, by, children, isSquare, language, open, sort, format, t, words]);
  const fields = [...new Set(documents.flatMap(({ own }) => Object.keys(own)))].sort(
    format.compare,
  );
  const columns = TAG_COLUMNS.filter((one) => one !== 'own');

  const openCell = (tagId: string, columnId: string | null): void => {
    const facet: Facet = by === 'own' ? `own:${field}` : by;
    const filter = columnId === null || isSquare ? {} : { [facet]: columnId };
    const other = isSquare && columnId !== null && columnId !== tagId;
    const along = other ? { id: columnId, unit, children } : null;
    show({ name: 'tag', id: tagId, choices: { ...AS_OPENED, children, filter, along } });
  };
  const exportTable = (): void => {
    if (grid === null || table === undefined) return;
    const paths = grid.rows.map((row) => ({
      ...row,
      label: tagPath(byId, row.id, language).join(' › '),
    }));
    const labels = {
      tag: t('matrix.tag'),
      total: t('matrix.totalOf', { unit: t(`unit.${unit}`) }),
    };
    attempt(async () => {
      const rows = gridTable({ ...grid, rows: paths }, labels);
      const done = await shell('shell.saveTable', { name: t(`matrix.title.${compare}`), rows });
      if (done) notify(t('matrix.saved'));
    });
  };
  const hidden = grid === null ? 0 : Math.max(0, grid.columns.length - limit);
  return (
    <div className="screen matrix-screen">
      <header className="screen-head">
        <h1>{t(`matrix.title.${compare}`)}</h1>
        <div className="screen-acts">
          <Button
            variant="quiet"
            onPress={() => show({ name: 'matrix', compare: isSquare ? 'documents' : 'tags' })}
          >
            {t(`matrix.title.${isSquare ? 'documents' : 'tags'}`)}
          </Button>
          <Button isDisabled={grid === null || grid.rows.length === 0} onPress={exportTable}>
            {t('matrix.export')}
          </Button>
        </div>
      </header>
      <div className="matrix-tools" role="group" aria-label={t('matrix.tools')}>
        {!isSquare && (
          <Select
            label={t('matrix.by')}
            value={by === 'own' ? `own:${field}` : by}
            choices={[
              ...columns.map((id) => ({ id: id as string, label: t(`matrix.columns.${id}`) })),
              ...fields.map((name) => ({ id: `own:${name}`, label: name })),
            ]}
            onChange={(id) => {
              const known = columns.find((one) => one === id);
              setBy(known ?? 'own');
              setField(known === undefined ? id.slice('own:'.length) : '');
              setLimit(STEP);
              if (sort.by === 'column') setSort({ by: 'codebook' });
            }}
          />
        )}
        <Select
          label={t('unit.label')}
          value={unit}
          choices={TAG_UNITS.map((id) => ({ id, label: t(`unit.${id}`) }))}
          onChange={setUnit}
        />
        <Select
          label={t('matrix.order')}
          value={sort.by}
          choices={[
            { id: 'codebook', label: t('matrix.orders.codebook') },
            { id: 'total', label: t('matrix.orders.total') },
            ...(sort.by === 'column'
              ? [{ id: 'column' as const, label: t('matrix.orders.column') }]
              : []),
          ]}
          onChange={(id) => {
            if (id !== 'column') setSort({ by: id });
          }}
        />
        <Switch isSelected={children} onChange={setChildren}>
          {t('matrix.children')}
        </Switch>
        {children && !isSquare && (
          <Button
            variant="quiet"
            onPress={() => setOpen(open.size > 0 ? new Set() : new Set(tags.map(({ id }) => id)))}
          >
            {t(open.size > 0 ? 'matrix.fold' : 'matrix.unfold')}
          </Button>
        )}
      </div>
      <p className="matrix-says">
        {isSquare ? t(`matrix.says.together.${unit}`) : t(`matrix.says.counts.${unit}`)}{' '}
        {t(children ? 'matrix.says.children' : 'matrix.says.alone')}
      </p>
      {grid === null ? (
        <div className="count-box" aria-busy="true" />
      ) : grid.rows.length === 0 ? (
        <EmptyState title={t('matrix.empty.title')}>
          <p>{t('matrix.empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <CountTable
            label={t(`matrix.title.${compare}`)}
            grid={hidden > 0 ? fullest(grid, limit) : grid}
            sort={sort}
            isUpright={isSquare || by === 'document' || by === 'kind'}
            isSquare={isSquare}
            open={children && !isSquare ? open : null}
            onFold={(id) => setOpen(open.has(id) ? without(open, id) : new Set([...open, id]))}
            onSort={setSort}
            onOpen={openCell}
          />
          {hidden > 0 && (
            <p className="matrix-says">
              {t('matrix.hidden', { count: hidden, shown: format.number(hidden) })}{' '}
              <Button variant="quiet" onPress={() => setLimit(limit + STEP)}>
                {t('matrix.more')}
              </Button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** Every tag with the names above it, in the order of the codebook. */
function inOrder(tree: readonly TagNode[], language: 'fr' | 'en', above: string[] = []): GridTag[] {
  return tree.flatMap(({ tag, children }) => [
    { id: tag.id, label: tagName(tag, language), depth: above.length, above },
    ...inOrder(children, language, [...above, tag.id]),
  ]);
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((one) => one !== id));
}

/** The columns that count most, in the order they had. */
function fullest<G extends ReturnType<typeof countGrid>>(grid: G, limit: number): G {
  const places = grid.columns
    .map(({ total }, place) => ({ total, place }))
    .sort((a, b) => b.total - a.total)
    .slice(0, limit)
    .map(({ place }) => place)
    .sort((a, b) => a - b);
  const pick = <T,>(list: readonly T[]): T[] => places.flatMap((place) => list[place] ?? []);
  return {
    ...grid,
    columns: pick(grid.columns),
    rows: grid.rows.map((row) => ({ ...row, cells: places.map((place) => row.cells[place] ?? 0) })),
  };
}
