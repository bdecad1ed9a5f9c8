/** A new note being written: its passage, its editor; the first pause in typing makes it. */
import { useRef, useState } from 'react';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useCommand } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';
import { goTo, pointAt } from '../reader/reading.ts';
import { endDraft } from './draft.ts';
import type { NoteDraft } from './draft.ts';
import { Editor } from './Editor.tsx';
import { TranslationLanguage } from './TranslationLanguage.tsx';
import { useWriting } from './use-writing.ts';

interface DraftCardProps {
  readonly draft: NoteDraft;
  /** Tells the id the archive gave it: the list leaves that note to this card until it closes. */
  readonly onCreated: (id: string) => void;
}

export function DraftCard({ draft, onCreated }: DraftCardProps) {
  const t = useText('notes');
  const { mutateAsync: create } = useCommand('annotations.create');
  const { mutateAsync: edit } = useCommand('annotations.edit');
  const created = useRef<string | null>(null);
  const isTranslation = draft.kind === 'translation';
  const [language, setLanguage] = useState<string>(() =>
    interfaceLanguage(usePreferenceState.getState()),
  );

  const writing = useWriting('', async (body, visit) => {
    if (created.current !== null) {
      await edit({ id: created.current, fields: { body }, visit });
    } else if (body.trim() !== '') {
      const { documentId, places, kind } = draft;
      const own = isTranslation ? { language } : {};
      const note = await create({ documentId, places: [...places], kind, body, ...own, visit });
      created.current = note.id;
      onCreated(note.id);
    }
  });

  const choose = (code: string): void => {
    setLanguage(code);
    const id = created.current;
    if (id !== null)
      void edit({ id, fields: { language: code }, visit: writing.visit }).catch(() => undefined);
  };
  const leave = (): void => {
    const [first] = draft.places;
    endDraft();
    if (created.current !== null) pointAt(created.current);
    if (first !== undefined) goTo(draft.documentId, first.paragraphId);
  };
  return (
    <article className="note draft" aria-label={t(`new.${draft.kind}`)}>
      <p className="note-kind">{t(`new.${draft.kind}`)}</p>
      <blockquote className="quote">{draft.quotes.join(' […] ')}</blockquote>
      {isTranslation && <TranslationLanguage value={language} onChange={choose} />}
      <Editor
        writing={writing}
        label={t(`new.${draft.kind}`)}
        {...(isTranslation ? { language } : {})}
        onLeave={leave}
      />
    </article>
  );
}
