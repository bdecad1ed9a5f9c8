/** A sheet as plain text, to paste into a message: numbers, words, references, notes. */
import type { ReferenceLanguage } from '../core/reference-numbers.ts';
import type { Sheet, SheetEntry } from '../core/sheet.ts';
import { typeset } from '../core/typography.ts';
import { labelsOf } from './labels.ts';
import { noteLines } from './note-words.ts';

export function sheetText(sheet: Sheet, language: ReferenceLanguage): string {
  const blocks = [
    typeset(sheet.title.trim(), language),
    typeset(sheet.intro.trim(), language),
    ...sheet.entries.map((entry) => entryText(entry, language)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function entryText({ texts, notes }: SheetEntry, language: ReferenceLanguage): string {
  const { note, colon } = labelsOf(language);
  return [
    ...texts.map((text) => {
      const number = text.number === '' ? '' : `${text.number} `;
      return `${number}${typeset(text.text, text.language)}\n(${text.reference})`;
    }),
    ...notes.map(({ body, author }) => {
      const who = author === '' ? note : `${note} (${author})`;
      return who + colon + noteLines(body).join('\n');
    }),
  ].join('\n\n');
}
