/** Titles, tags and the reader's own notes that bear the words: told apart from the passages. */
import { useState } from 'react';
import { attempt } from '../app/acts.ts';
import { openDocument, show } from '../app/view.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { tagName } from '../tags/tag-tree.ts';
import { openHit } from './open-hit.ts';
import { segments } from './segments.ts';

export function Elsewhere({ query }: { readonly query: string }) {
  const t = useText('search');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { data: found } = useArchive(
    'search.elsewhere',
    { query },
    { enabled: query !== '', keepPrevious: true },
  );
  const { data: tags = [] } = useArchive('tags.list', {});
  const [open, setOpen] = useState(false);
  if (found === undefined) return null;
  const { documents, notes } = found;
  const named = found.tags.flatMap((id) => tags.filter((tag) => tag.id === id));
  const kinds = [
    documents.length > 0 && t('elsewhere.titles', { count: documents.length }),
    named.length > 0 && t('elsewhere.tags', { count: named.length }),
    notes.length > 0 && t('elsewhere.notes', { count: notes.length }),
  ].filter((one) => one !== false);
  if (kinds.length === 0) return null;
  return (
    <div className="elsewhere">
      <Button variant="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
        {t('elsewhere.also', { kinds: format.list(kinds) })}
      </Button>
      {open && (
        <ul>
          {documents.map(({ id, title }) => (
            <li key={id}>
              <span className="hit-guide">{t('elsewhere.title')}</span>
              <button type="button" className="link" onClick={() => openDocument(id)}>
                {title}
              </button>
            </li>
          ))}
          {named.map((tag) => (
            <li key={tag.id}>
              <span className="hit-guide">{t('elsewhere.tag')}</span>
              <button
                type="button"
                className="link"
                onClick={() => show({ name: 'tag', id: tag.id })}
              >
                {tagName(tag, language)}
              </button>
            </li>
          ))}
          {notes.map(({ annotationId, documentId, documentTitle, paragraphId, snippet }) => (
            <li key={annotationId}>
              <span className="hit-guide">{t('elsewhere.note')}</span>
              <button
                type="button"
                className="link elsewhere-note"
                onClick={() => attempt(() => openHit({ documentId, paragraphId }, query))}
              >
                {segments(snippet).map(({ text, marked }, index) =>
                  marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
                )}
              </button>
              <span className="hit-place" dir="auto">
                {documentTitle}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
