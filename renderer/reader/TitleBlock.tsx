/** What stands over the text: title, who issued it and when, symbol, size, tags on the whole. */
import { ClipboardList, Printer, Tag } from 'lucide-react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { isMastheadName, mastheadName } from '../../electron/core/masthead.ts';
import { show } from '../app/view.ts';
import { Button } from '../design/Button.tsx';
import { Versions } from '../folders/Versions.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { OcrMark } from '../ocr/OcrMark.tsx';
import { RowTags } from './RowTags.tsx';
import { directionOf, langOf } from './language.ts';
import { typeset } from './typography.ts';

interface TitleBlockProps {
  readonly summary: DocumentSummary;
  /** Opens the tag picker for the whole document beside this element. */
  readonly onTag: (beside: Element) => void;
}

export function TitleBlock({ summary, onTag }: TitleBlockProps) {
  const t = useText('reader');
  const report = useText('report');
  const sheet = useText('sheet');
  const folders = useText('folders');
  const format = useFormats();
  const { title, body, date, symbol, language, pages, paragraphs } = summary;
  const facts = [
    symbol,
    body,
    format.date(date),
    format.language(language),
    t('title.paragraphs', { count: paragraphs, shown: format.number(paragraphs) }),
    summary.own[mastheadName('session')] ?? '',
    ...Object.entries(summary.own)
      .filter(([name]) => !isMastheadName(name))
      .map(([name, value]) => t('title.own', { name, value })),
    pages === null ? '' : t('title.pages', { count: pages, shown: format.number(pages) }),
    summary.fileMissing ? folders('missing') : '',
  ].filter((fact) => fact !== '');
  return (
    <header className="title-block">
      <h1 lang={langOf(language)} dir={directionOf(language)}>
        {typeset(title, language)}
      </h1>
      <p className="title-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <OcrMark summary={summary} />
      </p>
      <Versions documentId={summary.id} />
      <div className="title-tags">
        {summary.tags.length > 0 && <RowTags ids={summary.tags.join(' ')} />}
        <Button
          variant="quiet"
          onPress={({ target }) => onTag(target)}
          className="title-tag"
          aria-haspopup="dialog"
        >
          <Tag aria-hidden="true" />
          {t('title.tag')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => show({ name: 'report', id: summary.id })}
          className="title-report"
        >
          <ClipboardList aria-hidden="true" />
          {report('button')}
        </Button>
        {paragraphs > 0 && (
          <Button variant="quiet" onPress={() => show({ name: 'print', id: summary.id })}>
            <Printer aria-hidden="true" />
            {sheet('document.act')}
          </Button>
        )}
      </div>
    </header>
  );
}
