/**
 * What the reader wrote, ready to leave: a working translation says that it is unofficial, a follow-up
 * says where it stands. Markdown, as the note's own words are.
 */
import type { AnnotationKind, KindFields } from '../core/annotation.ts';
import type { ReferenceLanguage } from '../core/reference-numbers.ts';
import { labelsOf } from './labels.ts';

type Written = KindFields & { readonly kind: AnnotationKind; readonly body: string };

/** '' where there are no words. */
export function ownWords(note: Written, language: ReferenceLanguage): string {
  const labels = labelsOf(language);
  const { kind, body } = note;
  if (kind === 'translation') {
    return body === '' ? '' : `**${labels.unofficial(note.language ?? 'und')}**\n\n${body}`;
  }
  if (kind !== 'follow-up') return body;
  const colon = language === 'fr' ? '\u202f:' : ':';
  const facts = [
    `${labels.status}${colon} ${labels.statuses[note.status ?? 'open']}`,
    note.due === null || note.due === '' ? '' : `${labels.due}${colon} ${note.due}`,
  ];
  const part = (title: string, words: string | null): string[] =>
    words === null || words === '' ? [] : [`**${title}**`, words];
  return [
    facts.filter((fact) => fact !== '').join(' · '),
    ...part(labels.checked, body),
    ...part(labels.found, note.found),
  ].join('\n\n');
}
