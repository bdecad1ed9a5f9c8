/** A sheet as one HTML page that needs nothing else and prints on A4 in black and white. */
import type { ReferenceLanguage } from '../core/reference-numbers.ts';
import type { Sheet, SheetEntry, SheetText } from '../core/sheet.ts';
import { typeset } from '../core/typography.ts';
import { labelsOf } from './labels.ts';
import { escapeHtml, noteHtml } from './note-words.ts';
import { page } from './page.ts';

export function sheetHtml(sheet: Sheet, language: ReferenceLanguage): string {
  const title = sheet.title.trim();
  const intro = sheet.intro.trim();
  return page(language, title === '' ? labelsOf(language).sheet : title, [
    title === '' ? '' : `<h1>${escapeHtml(typeset(title, language))}</h1>`,
    intro === '' ? '' : `<p class="intro">${escapeHtml(typeset(intro, language))}</p>`,
    ...sheet.entries.map((entry) => entryHtml(entry, language)),
  ]);
}

function entryHtml({ texts, notes }: SheetEntry, language: ReferenceLanguage): string {
  const labels = labelsOf(language);
  return [
    '<section class="entry"><div class="texts">',
    ...texts.map((text) => {
      const number =
        text.number === '' ? '' : `<span class="number">${escapeHtml(text.number)}</span>`;
      return [
        `<div lang="${escapeHtml(text.language)}" dir="auto"><p>${number}${marked(text)}</p>`,
        `<p class="facts">${escapeHtml(text.reference)}</p></div>`,
      ].join('\n');
    }),
    '</div>',
    ...notes.map(({ body, author }) => {
      const who =
        author === '' ? '' : `<p class="facts">${escapeHtml(`${labels.note}, ${author}`)}</p>`;
      return `<div class="note">${noteHtml(body)}${who}</div>`;
    }),
    '</section>',
  ].join('\n');
}

function marked({ text, language, marks }: SheetText): string {
  const set = typeset(text, language);
  let html = '';
  let at = 0;
  for (const { start, end, colour } of marks) {
    html += escapeHtml(set.slice(at, start));
    html += `<mark class="${colour}">${escapeHtml(set.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(set.slice(at));
}
