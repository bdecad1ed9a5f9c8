/** The reader's own corrections of a document, each with the way to its place and the way back. */
import type { CorrectionView } from '../../electron/contract/views.ts';
import type { Block } from '../../electron/core/document.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { openDocument } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { useCorrecting } from './correct.ts';

interface CorrectionsProps {
  readonly documentId: string;
  readonly blocks: readonly Block[];
  readonly writable: boolean;
}

/** Letters of a quote that are shown. */
const QUOTED = 140;

export function Corrections({ documentId, blocks, writable }: CorrectionsProps) {
  const t = useText('report');
  const { data: corrections = [] } = useArchive('corrections.list', { documentId });
  const correcting = useCorrecting(documentId);
  return (
    <section className="report-part" aria-label={t('corrections.title')}>
      <h2>{t('corrections.title')}</h2>
      <p className="report-hint">
        {corrections.length === 0 ? t('corrections.none') : t('corrections.hint')}
      </p>
      <ul className="report-list">
        {corrections.map((correction) => (
          <Line
            key={correction.id}
            correction={correction}
            isInText={blocks.some(
              ({ id, kind }) => id === correction.paragraphId && kind !== 'furniture',
            )}
            writable={writable}
            onOpen={(paragraphId) => openDocument(documentId, { paragraphId })}
            onWithdraw={() => correcting.withdraw([correction.id])}
          />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly correction: CorrectionView;
  readonly isInText: boolean;
  readonly writable: boolean;
  readonly onOpen: (paragraphId: string) => void;
  readonly onWithdraw: () => void;
}

function Line({ correction, isInText, writable, onOpen, onWithdraw }: LineProps) {
  const t = useText('report');
  const language = usePreferenceState(interfaceLanguage);
  const { kind, value, number, exact, paragraphId } = correction;
  const what =
    kind === 'number'
      ? value === ''
        ? t('did.unnumber')
        : t('did.number', { number: formatNumber(value, language) })
      : t(`did.${kind}`);
  const quote = exact.length > QUOTED ? `${exact.slice(0, QUOTED).trimEnd()}…` : exact;
  return (
    <li className={paragraphId === null ? 'report-line grave' : 'report-line'}>
      <span className="report-where">
        {number === null ? '' : t('paragraph', { number: formatNumber(number, language) })}
      </span>
      <div>
        <p className="report-did">{what}</p>
        <p className="report-quote">{quote}</p>
        {paragraphId === null && <p className="report-lost">{t('corrections.lost')}</p>}
      </div>
      <div className="report-acts">
        {paragraphId !== null && isInText && (
          <Button
            variant="quiet"
            aria-label={`${t('corrections.show')}, ${quote}`}
            onPress={() => onOpen(paragraphId)}
          >
            {t('corrections.show')}
          </Button>
        )}
        <Button
          isDisabled={!writable}
          aria-label={`${t('corrections.withdraw')}, ${what}, ${quote}`}
          onPress={onWithdraw}
        >
          {t('corrections.withdraw')}
        </Button>
      </div>
    </li>
  );
}
