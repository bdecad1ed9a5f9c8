/**
 * The extraction report of one document: what was read and how, what is in doubt, what was set aside,
 * and what the reader has put right.
 */
import type { DocumentView } from '../../electron/contract/views.ts';
import { MASTHEAD, mastheadName } from '../../electron/core/masthead.ts';
import { openDocument, show } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { ReadAgain } from '../ocr/ReadAgain.tsx';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { useLocked } from '../unlock/locked.ts';
import { Unlock } from '../unlock/Unlock.tsx';
import { Aside } from './Aside.tsx';
import { Corrections } from './Corrections.tsx';
import { Doubts } from './Doubts.tsx';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import './report.css';

export function ReportScreen({ documentId }: { readonly documentId: string }) {
  const t = useText('report');
  const faults = useText('faults');
  const password = useText('password');
  const { data: document, error } = useArchive('documents.get', { id: documentId });
  const { data: info } = useArchive('library.info', {});
  const waits = useLocked(document?.summary);
  if (error !== null) {
    return (
      <EmptyState
        title={t('missing')}
        acts={<Button onPress={() => show({ name: 'library' })}>{t('back')}</Button>}
      >
        <p>{faults(error.code)}</p>
      </EmptyState>
    );
  }
  if (document === undefined) return null;
  const { title, language, fault } = document.summary;
  const facts = factsOf(document);
  const writable = info?.readOnly === null;
  return (
    <div className="screen report-screen">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <p className="screen-count" lang={langOf(language)} dir={directionOf(language)}>
          {typeset(title, language)}
        </p>
        <div className="screen-acts">
          {waits !== null && (
            <Unlock
              what={{ type: 'document', id: documentId }}
              name={document.summary.originalName}
            />
          )}
          <ReadAgain summary={document.summary} />
          <Button variant="primary" onPress={() => openDocument(documentId)}>
            {t('open')}
          </Button>
        </div>
      </header>
      {fault !== null && (
        <p className="report-fault">
          {waits === null ? faults(fault.code) : password(`said.${waits}`)}
        </p>
      )}
      <div className="report-parts">
        <Reading document={document} facts={facts} />
        <Doubts document={document} writable={writable} />
        <Corrections documentId={documentId} blocks={document.blocks} writable={writable} />
        <Aside documentId={documentId} blocks={facts.aside} writable={writable} />
      </div>
    </div>
  );
}

function Reading({ document, facts }: { readonly document: DocumentView; readonly facts: Facts }) {
  const t = useText('report');
  const imports = useText('imports');
  const library = useText('library');
  const format = useFormats();
  const { summary, report } = document;
  const rows: (readonly [string, string])[] = [
    [t('facts.file'), `${summary.originalName} (${imports(`format.${summary.format}`)})`],
    ...(summary.pages === null ? [] : [[t('facts.pages'), format.number(summary.pages)] as const]),
    ...(summary.symbol === '' ? [] : [[library('edit.symbol'), summary.symbol] as const]),
    ...MASTHEAD.flatMap((field) => {
      const said = summary.own[mastheadName(field)];
      return said === undefined ? [] : [[library(`edit.${field}`), said] as const];
    }),
    [t('facts.paragraphs'), format.number(facts.paragraphs)],
    [t('facts.headings'), format.number(facts.headings)],
    [t('facts.footnotes'), format.number(facts.footnotes)],
    [
      t('facts.numbers'),
      facts.numbers === 0 ? t('facts.unnumbered') : format.number(facts.numbers),
    ],
  ];
  if (facts.numbers > 0) {
    rows.push([
      t('facts.gaps'),
      facts.gaps.length === 0 ? t('facts.noGaps') : facts.gaps.join(', '),
    ]);
  }
  if (report !== null) {
    const sure = report.confidence;
    const source =
      report.source === 'ocr' && sure !== undefined
        ? t('facts.ocrSure', { shown: format.number(Math.round(sure)) })
        : t(`facts.${report.source}`);
    rows.push([t('facts.source'), source]);
    if (report.doubtfulWords !== undefined) {
      rows.push([t('facts.doubtful'), format.number(report.doubtfulWords)]);
    }
    rows.push([t('facts.repaired'), format.number(report.repairedWords)]);
  }
  return (
    <section className="report-part" aria-label={t('facts.title')}>
      <h2>{t('facts.title')}</h2>
      <dl className="report-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
