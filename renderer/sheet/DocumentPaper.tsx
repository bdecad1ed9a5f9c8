/** A whole document as it will print, with the notes that may go out under their paragraphs. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { openLink } from '../app/link.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import type { Block } from '../../electron/core/document.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { apartMarks } from '../../electron/core/sheet.ts';
import type { SheetText } from '../../electron/core/sheet.ts';
import { attempt } from '../app/acts.ts';
import { flush } from '../app/flush.ts';
import { useShortcuts } from '../app/keyboard.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { openDocument } from '../app/view.ts';
import { shell } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Switch } from '../design/Field.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { Markdown } from '../notes/Markdown.tsx';
import { placesOf } from '../reader/marks.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { Marked } from './Marked.tsx';
import './sheet.css';

export function DocumentPaper({ documentId }: { readonly documentId: string }) {
  const t = useText('sheet');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data: document } = useArchive('documents.get', { id: documentId });
  const { data: notes = [] } = useArchive('annotations.list', { documentId });
  const [withPrivate, setWithPrivate] = useState(false);
  const printed = useMemo(
    () => notes.filter((note) => note.kind !== 'tagging' && (withPrivate || !note.private)),
    [notes, withPrivate],
  );
  const on = useMemo(() => byParagraph(printed), [printed]);
  const print = (): void =>
    attempt(async () => {
      await flush();
      await shell('shell.print', {});
    });
  useShortcuts('sheet', { printSheet: print });
  if (document === undefined) return <div className="screen" aria-busy="true" />;
  const { summary, blocks } = document;
  const left = notes.filter(({ kind }) => kind !== 'tagging').length - printed.length;
  const facts = [summary.symbol, summary.body, format.date(summary.date)];
  const savePdf = (): void =>
    attempt(async () => {
      if (await shell('shell.savePdf', { name: summary.title })) notify(t('saved'));
    });
  return (
    <div className="screen sheet-screen">
      <header className="screen-head sheet-head">
        <h1>{t('document.title')}</h1>
        <p className="screen-count tabular" role="status">
          {[
            t('document.notes', { count: printed.length, shown: format.number(printed.length) }),
            left === 0 ? '' : t('notesLeft', { count: left, shown: format.number(left) }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <div className="screen-acts">
          <Button variant="primary" onPress={print}>
            <Printer aria-hidden="true" />
            {t('print')}
            <kbd>{keysOf('printSheet', language)}</kbd>
          </Button>
          <Button onPress={savePdf}>{t('pdf')}</Button>
          <Button variant="quiet" onPress={() => openDocument(documentId)}>
            {t('document.back')}
          </Button>
        </div>
        <div className="sheet-choices">
          <Switch isSelected={withPrivate} onChange={setWithPrivate}>
            {t('privateNotes')}
          </Switch>
        </div>
      </header>
      <article className="sheet-paper on-paper" aria-label={t('document.paper')}>
        <h2 className="sheet-title" lang={langOf(summary.language)}>
          {typeset(summary.title, summary.language)}
        </h2>
        <p className="sheet-reference">{facts.filter((fact) => fact !== '').join(' · ')}</p>
        {blocks.map((block) => (
          <Piece key={block.id} block={block} notes={on.get(block.id) ?? []} />
        ))}
      </article>
    </div>
  );
}

interface OnParagraph {
  readonly note: AnnotationView;
  readonly marks: SheetText['marks'];
  /** True on the last paragraph that the note touches: its words stand there. */
  readonly isLast: boolean;
}

function byParagraph(notes: readonly AnnotationView[]): ReadonlyMap<string, OnParagraph[]> {
  const found = new Map<string, OnParagraph[]>();
  for (const note of notes) {
    const { colour } = note;
    const places = placesOf(note);
    const touched = [...new Set(places.map(({ paragraphId }) => paragraphId))];
    for (const id of touched) {
      const here = places.filter(({ paragraphId }) => paragraphId === id);
      const marks = colour === null ? [] : here.map(({ start, end }) => ({ start, end, colour }));
      found.set(id, [...(found.get(id) ?? []), { note, marks, isLast: id === touched.at(-1) }]);
    }
  }
  return found;
}

/** Who wrote it: in the file it came with, else here. */
function author({ fileAuthor, author: here }: AnnotationView): string {
  return fileAuthor ?? here;
}

interface PieceProps {
  readonly block: Block;
  readonly notes: readonly OnParagraph[];
}

function Piece({ block, notes }: PieceProps) {
  const t = useText('sheet');
  const { kind, text, language, number, marker, level } = block;
  if (kind === 'furniture') return null;
  const at = { lang: langOf(language), dir: directionOf(language) };
  if (kind === 'heading') {
    return (
      <h3 className="paper-heading" {...at}>
        {typeset(text, language)}
      </h3>
    );
  }
  const style = language === 'fr' ? 'fr' : 'en';
  const label = marker ?? (number === null ? '' : formatNumber(number, style));
  const marks = apartMarks(notes.flatMap((one) => one.marks));
  return (
    <div
      className={kind === 'footnote' ? 'paper-piece footnote' : 'paper-piece'}
      data-level={kind === 'list-item' ? Math.min(level ?? 0, 3) : undefined}
    >
      <p {...at}>
        {label !== '' && <span className="sheet-number">{label}</span>}
        <Marked text={text} language={language} marks={marks} />
      </p>
      {notes.map(
        ({ note, isLast }) =>
          isLast &&
          note.body !== '' && (
            <div key={note.id} className="sheet-note">
              <Markdown text={note.body} onParagraph={(_, link) => attempt(() => openLink(link))} />
              <p className="sheet-reference">
                {author(note) === '' ? t('note') : t('noteBy', { author: author(note) })}
              </p>
            </div>
          ),
      )}
    </div>
  );
}
