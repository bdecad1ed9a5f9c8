/** Notes as Markdown: a section for each document, each passage a quotation with what was noted. */
import { typeset } from '../core/typography.ts';
import { labelsOf } from './labels.ts';
import { authorOf, byDocument, colourOf, moment, pathOf, quotedWords } from './outgoing.ts';
import type { Outgoing, OutgoingNote } from './outgoing.ts';
import { ownWords } from './own-words.ts';

export function toMarkdown(outgoing: Outgoing): string {
  const labels = labelsOf(outgoing.language);
  const blocks = [
    `# ${labels.title}`,
    [
      labels.madeOn(moment(outgoing.at)),
      labels.count(outgoing.notes.length, outgoing.withheld),
    ].join(' · '),
  ];
  for (const { document, notes } of byDocument(outgoing.notes)) {
    const facts = [document.symbol, document.date].filter((fact) => fact !== '').join(', ');
    blocks.push(`## ${escaped(document.title)}${facts === '' ? '' : ` (${escaped(facts)})`}`);
    for (const note of notes) blocks.push(...noteBlocks(outgoing, note));
  }
  if (outgoing.wholes.length > 0) {
    blocks.push(`## ${labels.wholes}`);
    blocks.push(
      outgoing.wholes
        .map(
          ({ document, tagId }) =>
            `- ${escaped(document.title)} — ${escaped(pathOf(outgoing, tagId))}`,
        )
        .join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

function noteBlocks(outgoing: Outgoing, note: OutgoingNote): string[] {
  const labels = labelsOf(outgoing.language);
  const quote = escaped(typeset(quotedWords(note), note.document.language));
  const words = ownWords(note, outgoing.language);
  const facts = [
    labels.kinds[note.kind],
    colourOf(outgoing, note),
    note.private ? labels.private : '',
    escaped(authorOf(note)),
    moment(note.modified),
  ].filter((fact) => fact !== '');
  return [
    `### ${escaped(note.reference)}`,
    `> ${quote}`,
    // The reader's own Markdown, whose titles must not become sections of this file.
    ...(words === '' ? [] : [words.replaceAll(/^(#{1,6})(?=\s)/gmu, '\\$1')]),
    ...(note.tags.length === 0
      ? []
      : [
          `${labels.tags}${labels.colon}${note.tags.map((id) => escaped(pathOf(outgoing, id))).join(', ')}`,
        ]),
    `*${facts.join(' · ')}*`,
  ];
}

/** Words of a document must not turn into marks, links or HTML, and never leave their line. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>~|]/gu, '\\$&')
    .replaceAll(/\s*[\r\n]+\s*/gu, ' ')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/^([#+-])(?=\s|$)/u, '\\$1');
}
