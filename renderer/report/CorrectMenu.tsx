/** What can be put right in a paragraph: the second menu of its number, and the dialogs it opens. */
import { useEffect, useRef, useState } from 'react';
import type { CorrectionRequest } from '../../electron/core/correction/index.ts';
import type { Block } from '../../electron/core/document.ts';
import { isParagraph } from '../../electron/core/document.ts';
import { ContextMenu } from '../design/Menu.tsx';
import type { MenuAct } from '../design/Menu.tsx';
import { useText } from '../i18n/index.ts';
import { goTo } from '../reader/reading.ts';
import { useCorrecting } from './correct.ts';
import { NumberDialog } from './NumberDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

export interface Correctable {
  readonly paragraphId: string;
  /** Offset of the words selected in it, or null: where a cut is likely wanted. */
  readonly at: number | null;
  /** The paragraph's spoken name. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface CorrectMenuProps {
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly menu: Correctable | null;
  readonly onClose: () => void;
}

type Asked = {
  readonly what: 'split' | 'number';
  readonly block: Block;
  readonly at: number | null;
};

export function CorrectMenu({ documentId, blocks, menu, onClose }: CorrectMenuProps) {
  const t = useText('report');
  const correcting = useCorrecting(documentId);
  const [asked, setAsked] = useState<Asked | null>(null);
  /** Block to show as soon as the corrected text is there. */
  const goal = useRef<string | null>(null);
  useEffect(() => {
    const blockId = goal.current;
    if (blockId === null || !blocks.some(({ id }) => id === blockId)) return;
    goal.current = null;
    goTo(documentId, blockId);
  }, [blocks, documentId]);
  const correct = (correction: CorrectionRequest, show?: string): void => {
    void correcting.apply(correction).then((made) => {
      goal.current = made === null ? null : (show ?? made);
    });
  };
  const index = blocks.findIndex(({ id }) => id === menu?.paragraphId);
  const block = blocks[index];
  return (
    <>
      {menu !== null && block !== undefined && (
        <ContextMenu
          label={t('menu.label', { name: menu.name })}
          place={menu}
          onClose={onClose}
          acts={actsOn(block, index)}
        />
      )}
      {asked?.what === 'split' && (
        <SplitDialog
          block={asked.block}
          at={asked.at}
          onClose={() => setAsked(null)}
          onSplit={(at) => correct({ kind: 'split', paragraphId: asked.block.id, at })}
        />
      )}
      {asked?.what === 'number' && (
        <NumberDialog
          block={asked.block}
          onClose={() => setAsked(null)}
          onNumber={(number) => correct({ kind: 'number', paragraphId: asked.block.id, number })}
        />
      )}
    </>
  );

  function actsOn(on: Block, at: number): MenuAct[] {
    const paragraphId = on.id;
    const shown = blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'footnote');
    const place = shown.findIndex(({ id }) => id === paragraphId);
    const above = shown[place - 1];
    const below = shown.slice(place + 1).find(({ kind }) => isParagraph(kind));
    const plain = (kind: 'join' | 'paragraph' | 'drop', id = paragraphId, show?: string) => ({
      act: () => correct({ kind, paragraphId: id }, show),
    });
    return [
      {
        id: 'split',
        label: t('menu.split'),
        act: () => setAsked({ what: 'split', block: on, at: menu?.at ?? null }),
      },
      { id: 'join', label: t('menu.join'), disabled: above?.part !== on.part, ...plain('join') },
      {
        id: 'number',
        label: t('menu.number'),
        act: () => setAsked({ what: 'number', block: on, at: null }),
      },
      {
        id: 'heading',
        label: t('menu.heading'),
        apart: true,
        act: () => correct({ kind: 'heading', paragraphId, level: levelAt(blocks, at) }),
      },
      ...(on.kind === 'paragraph'
        ? []
        : [{ id: 'paragraph', label: t('menu.paragraph'), ...plain('paragraph') }]),
      ...(above?.kind === 'heading'
        ? [{ id: 'above', label: t('menu.above'), ...plain('paragraph', above.id) }]
        : []),
      {
        id: 'drop',
        label: t('menu.drop'),
        apart: true,
        ...plain('drop', paragraphId, below?.id ?? above?.id),
      },
    ];
  }
}

/** A new heading is as deep as the one above it, for what was missed is most often its sibling. */
function levelAt(blocks: readonly Block[], index: number): number {
  const above = blocks.slice(0, index).findLast(({ kind }) => kind === 'heading');
  return Math.min(Math.max(above?.level ?? 1, 1), 6);
}
