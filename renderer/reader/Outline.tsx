/** The document's outline: its headings as a tree; the one being read is marked. */
import { useMemo } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { ChevronRight } from 'lucide-react';
import { useArchive } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';
import { Bookmarks } from './Bookmarks.tsx';
import { headingOf, outlineOf } from './outline-tree.ts';
import type { OutlineNode } from './outline-tree.ts';
import { goTo, useReading } from './reading.ts';
import { directionOf, langOf } from './language.ts';
import './outline.css';

interface OutlineProps {
  readonly documentId: string;
}

export function Outline({ documentId }: OutlineProps) {
  const t = useText('reader');
  const { data } = useArchive('documents.get', { id: documentId });
  const current = useReading((state) => state.current[documentId] ?? null);
  const blocks = data?.blocks;
  const outline = useMemo(() => outlineOf(blocks ?? []), [blocks]);
  const here = useMemo(
    () => (current === null || blocks === undefined ? null : headingOf(blocks, current)),
    [blocks, current],
  );
  if (data === undefined) return null;
  return (
    <>
      <Bookmarks documentId={documentId} blocks={data.blocks} />
      {outline.length === 0 ? (
        <p className="outline-none">{t('outline.none')}</p>
      ) : (
        <Headings documentId={documentId} outline={outline} here={here} />
      )}
    </>
  );
}

interface HeadingsProps {
  readonly documentId: string;
  readonly outline: readonly OutlineNode[];
  readonly here: string | null;
}

function Headings({ documentId, outline, here }: HeadingsProps) {
  const t = useText('reader');
  return (
    <Tree
      key={documentId}
      className={`outline ${outline.some(({ children }) => children.length > 0) ? '' : 'flat'}`}
      aria-label={t('outline.label')}
      items={outline}
      dependencies={[here]}
      selectionMode="none"
      defaultExpandedKeys={outline.flatMap(allIds)}
      onAction={(key) => goTo(documentId, String(key))}
    >
      {(node) => <Heading node={node} here={here} />}
    </Tree>
  );
}

function Heading({ node, here }: { readonly node: OutlineNode; readonly here: string | null }) {
  const t = useText('reader');
  return (
    <TreeItem
      id={node.id}
      value={node}
      textValue={node.text}
      className={`outline-item ${node.id === here ? 'here' : ''}`}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className="chevron" aria-label={t('outline.fold')}>
                <ChevronRight aria-hidden="true" />
              </Button>
            ) : (
              <span className="chevron" />
            )}
            <span lang={langOf(node.language)} dir={directionOf(node.language)}>
              {node.text}
              {node.id === here && <span className="unseen"> {t('outline.here')}</span>}
            </span>
          </>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[here]}>
        {(child) => <Heading node={child} here={here} />}
      </Collection>
    </TreeItem>
  );
}

function allIds(node: OutlineNode): string[] {
  return [node.id, ...node.children.flatMap(allIds)];
}
