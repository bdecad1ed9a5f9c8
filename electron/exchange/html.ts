/** Notes as one HTML page that needs nothing else: opens in any browser, prints in black and white. */
import { typeset } from '../core/typography.ts';
import { labelsOf } from './labels.ts';
import { escapeHtml, noteHtml } from './note-words.ts';
import { authorOf, byDocument, colourOf, moment, pathOf, quotedWords } from './outgoing.ts';
import type { Outgoing, OutgoingNote } from './outgoing.ts';
import { ownWords } from './own-words.ts';
import { page } from './page.ts';

export function toHtml(outgoing: Outgoing): string {
  const labels = labelsOf(outgoing.language);
  const groups = byDocument(outgoing.notes).map(({ document, notes }) => {
    const facts = [document.symbol, document.body, document.date].filter((fact) => fact !== '');
    return [
      `<section><h2 lang="${escapeHtml(document.language)}" dir="auto">${escapeHtml(typeset(document.title, document.language))}</h2>`,
      facts.length === 0 ? '' : `<p class="facts">${escapeHtml(facts.join(' · '))}</p>`,
      ...notes.map((note) => noteArticle(outgoing, note)),
      '</section>',
    ].join('\n');
  });
  const wholes = outgoing.wholes.map(
    ({ document, tagId }) =>
      `<li>${escapeHtml(document.title)} — ${escapeHtml(pathOf(outgoing, tagId))}</li>`,
  );
  return page(outgoing.language, labels.title, [
    `<h1>${escapeHtml(labels.title)}</h1>`,
    `<p class="facts">${escapeHtml(labels.madeOn(moment(outgoing.at)))} · ${escapeHtml(labels.count(outgoing.notes.length, outgoing.withheld))}</p>`,
    ...groups,
    wholes.length === 0
      ? ''
      : `<section><h2>${escapeHtml(labels.wholes)}</h2>\n<ul>${wholes.join('\n')}</ul></section>`,
  ]);
}

function noteArticle(outgoing: Outgoing, note: OutgoingNote): string {
  const labels = labelsOf(outgoing.language);
  const { document } = note;
  const facts = [
    labels.kinds[note.kind],
    colourOf(outgoing, note),
    note.private ? labels.private : '',
    authorOf(note),
    moment(note.modified),
  ].filter((fact) => fact !== '');
  const quote = escapeHtml(typeset(quotedWords(note), document.language));
  const words = ownWords(note, outgoing.language);
  return [
    `<article><h3>${escapeHtml(note.reference)}</h3>`,
    `<blockquote lang="${escapeHtml(document.language)}" dir="auto"><mark class="${note.colour ?? 'plain'}">${quote}</mark></blockquote>`,
    words === '' ? '' : `<div class="note">${noteHtml(words)}</div>`,
    note.tags.length === 0
      ? ''
      : `<p class="tags">${note.tags.map((id) => `<span>${escapeHtml(pathOf(outgoing, id))}</span>`).join(' ')}</p>`,
    `<p class="facts">${escapeHtml(facts.join(' · '))}</p></article>`,
  ].join('\n');
}
