/** What can be done with the hits that are marked or, where none is, with all that are shown. */
import type { SearchHit } from '../../electron/contract/views.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { addToBasket } from '../sheet/add.ts';
import { exportHits } from './export-hits.ts';

interface HitActsProps {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  /** True: they are marked; false: they are all that is shown. */
  readonly isChoice: boolean;
  readonly onTag: (hits: readonly SearchHit[], beside: Element) => void;
  readonly onClear: () => void;
}

export function HitActs({ query, hits, isChoice, onTag, onClear }: HitActsProps) {
  const t = useText('coding');
  const search = useText('search');
  const format = useFormats();
  const { data: info } = useArchive('library.info', {});
  const count = hits.length;
  const shown = format.number(count);
  return (
    <div className="hit-acts" role="group" aria-label={t('passages.acts')}>
      {isChoice && (
        <span role="status" className="tabular">
          {t('hits.count', { count, shown })}
        </span>
      )}
      <Button
        variant="quiet"
        isDisabled={info?.readOnly !== null}
        onPress={({ target }) => onTag(hits, target)}
      >
        {isChoice ? t('picked.tag') : t('hits.tagShown', { count, shown })}
      </Button>
      <Button variant="quiet" onPress={() => exportHits(query, hits)}>
        {search('export.act')}
      </Button>
      {isChoice && (
        <>
          <Button variant="quiet" onPress={() => addToBasket(hits)}>
            {t('picked.basket')}
          </Button>
          <Button variant="quiet" onPress={onClear}>
            {t('picked.clear')}
          </Button>
        </>
      )}
    </div>
  );
}
