/** What was set aside as clutter (running headers, page numbers, menus), each with the way back into the text. */
import { useState } from 'react';
import type { Block } from '../../electron/core/document.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { useCorrecting } from './correct.ts';

interface AsideProps {
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly writable: boolean;
}

/** Lines shown at first, and more each time they are asked for. */
const STEP = 40;

export function Aside({ documentId, blocks, writable }: AsideProps) {
  const t = useText('report');
  const format = useFormats();
  const correcting = useCorrecting(documentId);
  const { data: corrections = [] } = useArchive('corrections.list', { documentId });
  const [limit, setLimit] = useState(STEP);
  const left = blocks.length - limit;

  /** What was set aside by hand is taken back by taking that correction back: its kind returns too. */
  const takeBack = ({ id }: Block): void => {
    const own = corrections.filter(
      ({ kind, paragraphId }) => kind === 'drop' && paragraphId === id,
    );
    if (own.length > 0) correcting.withdraw(own.map((one) => one.id));
    else void correcting.apply({ kind: 'restore', paragraphId: id });
  };

  return (
    <section className="report-part" aria-label={t('aside.title')}>
      <h2>{t('aside.title')}</h2>
      <p className="report-hint">{blocks.length === 0 ? t('aside.none') : t('aside.hint')}</p>
      <ul className="report-list">
        {blocks.slice(0, limit).map((block) => (
          <li key={block.id} className="report-line">
            <span className="report-where tabular">
              {block.page === null ? '' : t('page', { page: format.number(block.page) })}
            </span>
            <p lang={langOf(block.language)} dir={directionOf(block.language)}>
              {typeset(block.text, block.language)}
            </p>
            <Button
              isDisabled={!writable}
              aria-label={`${t('aside.act')}, ${block.text.slice(0, 60)}`}
              onPress={() => takeBack(block)}
            >
              {t('aside.act')}
            </Button>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className="report-more" onPress={() => setLimit(limit + STEP * 5)}>
          {t('aside.more', { count: left, shown: format.number(left) })}
        </Button>
      )}
    </section>
  );
}
