/** A footnote shown beside its mark, without leaving the paragraph; Esc or a click elsewhere closes it. */
import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Block } from '../../electron/core/document.ts';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from './language.ts';
import { typeset } from './typography.ts';

/** The mark that was pressed and the block that it points at. */
export interface OpenFootnote {
  readonly block: Block;
  readonly mark: string;
  readonly beside: Element;
}

interface FootnoteCardProps {
  readonly open: OpenFootnote;
  readonly onGo: (blockId: string) => void;
  readonly onClose: () => void;
}

export function FootnoteCard({ open: { block, mark, beside }, onGo, onClose }: FootnoteCardProps) {
  const t = useText('reader');
  const anchor = useRef(beside);
  return (
    <Popover
      className="popover footnote-card"
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Dialog className="footnote-dialog" aria-label={t('footnote.mark', { mark })}>
        <p lang={langOf(block.language)} dir={directionOf(block.language)}>
          <span className="footnote-card-mark">{mark}</span> {typeset(block.text, block.language)}
        </p>
        <Button
          variant="quiet"
          onPress={() => {
            onClose();
            onGo(block.id);
          }}
        >
          {t('footnote.show')}
        </Button>
      </Dialog>
    </Popover>
  );
}
