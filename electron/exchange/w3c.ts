/**
 * Notes as W3C Web Annotations (JSON-LD): the standard's own selectors first, for any tool, then
 * ours, so that the file brings every note back as it was. Positions are code points, as the standard
 * wants them; ours stand beside in UTF-16 units.
 */
import type { AnnotationKind } from '../core/annotation.ts';
import { formatLink } from '../core/reference-link.ts';
import { TAG_TEXTS } from '../core/tag.ts';
import { labelsOf } from './labels.ts';
import { pathOf } from './outgoing.ts';
import type {
  Outgoing,
  OutgoingDocument,
  OutgoingNote,
  OutgoingQuote,
  OutgoingTag,
} from './outgoing.ts';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Namespace of what the standard has no word for. */
const NAMESPACE = 'urn:gmg-archive:';
const UUID = 'urn:uuid:';
const SHA256 = 'urn:sha256:';

export const MOTIVATIONS: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'highlighting',
  note: 'commenting',
  question: 'questioning',
  tagging: 'tagging',
  translation: 'gmg:translating',
  'follow-up': 'gmg:followingUp',
  bookmark: 'bookmarking',
};

export function toW3c(outgoing: Outgoing): string {
  const items = [
    ...outgoing.notes.map((note) => annotation(outgoing, note)),
    ...outgoing.wholes.map(({ id, document, tagId }) => ({
      id: UUID + id,
      type: 'Annotation',
      motivation: 'tagging',
      body: [tagBody(outgoing, tagId)],
      target: source(document),
    })),
  ];
  const collection = {
    '@context': [CONTEXT, { gmg: NAMESPACE }],
    id: `${NAMESPACE}export:${String(outgoing.at)}`,
    type: 'AnnotationCollection',
    label: labelsOf(outgoing.language).title,
    generated: new Date(outgoing.at).toISOString(),
    total: items.length,
    'gmg:tags': [...outgoing.tags.values()].map(tagEntry),
    ...(outgoing.colours.size === 0
      ? {}
      : {
          'gmg:colours': [...outgoing.colours.values()].map(({ colour, name, meaning }) => ({
            'gmg:colour': colour,
            'gmg:name': name,
            'gmg:meaning': meaning,
          })),
        }),
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function tagEntry(tag: OutgoingTag) {
  return {
    id: UUID + tag.id,
    'gmg:parent': tag.parentId === null ? null : UUID + tag.parentId,
    'gmg:name': tag.name,
    'gmg:nameFr': tag.nameFr,
    'gmg:nameEn': tag.nameEn,
    'gmg:colour': tag.colour,
    ...Object.fromEntries(TAG_TEXTS.map((text) => [`gmg:${text}`, tag[text]])),
    'gmg:archived': tag.archived,
    'gmg:scheme': tag.scheme,
    'gmg:code': tag.code,
    'gmg:position': tag.position,
  };
}

function annotation(outgoing: Outgoing, note: OutgoingNote) {
  const { author, body, colour, quotes } = note;
  return {
    id: UUID + note.id,
    type: 'Annotation',
    motivation: MOTIVATIONS[note.kind],
    created: new Date(note.created).toISOString(),
    modified: new Date(note.modified).toISOString(),
    creator: {
      id: UUID + author.id,
      type: 'Person',
      ...(author.name === '' ? {} : { name: author.name }),
    },
    'gmg:private': note.private,
    ...(note.fileAuthor === null ? {} : { 'gmg:fileAuthor': note.fileAuthor }),
    ...(colour === null ? {} : { 'gmg:colour': colour }),
    ...own(note),
    'gmg:reference': note.reference,
    body: [
      ...(body === ''
        ? []
        : [
            {
              type: 'TextualBody',
              purpose: note.kind === 'question' ? 'questioning' : 'commenting',
              format: 'text/markdown',
              ...(note.language === null ? {} : { language: note.language }),
              value: body,
            },
          ]),
      ...note.tags.map((id) => tagBody(outgoing, id)),
    ],
    target: quotes.map((quote) => target(note.document, quote)),
  };
}

/** What only some kinds have. */
function own({ language, status, due, found }: OutgoingNote) {
  return {
    ...(language === null ? {} : { 'gmg:language': language }),
    ...(status === null ? {} : { 'gmg:status': status }),
    ...(due === null ? {} : { 'gmg:due': due }),
    ...(found === null ? {} : { 'gmg:found': found }),
  };
}

function tagBody(outgoing: Outgoing, id: string) {
  return {
    type: 'TextualBody',
    purpose: 'tagging',
    value: pathOf(outgoing, id),
    'gmg:tag': UUID + id,
  };
}

function source({ hash, title, symbol, language, date }: OutgoingDocument) {
  return {
    id: SHA256 + hash,
    type: 'Text',
    'dc:title': title,
    ...(symbol === '' ? {} : { 'dc:identifier': symbol }),
    ...(date === '' ? {} : { 'dc:date': date }),
    language,
  };
}

function target(document: OutgoingDocument, { selector, paragraph, page }: OutgoingQuote) {
  const { exact, prefix, suffix, paragraphId, number, part, ordinal, blocks, start, end } =
    selector;
  return {
    type: 'SpecificResource',
    source: source(document),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      {
        type: 'gmg:ParagraphSelector',
        'gmg:paragraph': paragraphId,
        'gmg:link': formatLink(paragraphId),
        'gmg:number': number,
        'gmg:part': part,
        'gmg:page': page,
        'gmg:ordinal': ordinal,
        'gmg:blocks': blocks,
        'gmg:start': start,
        'gmg:end': end,
        ...(paragraph === null
          ? {}
          : {
              refinedBy: {
                type: 'TextPositionSelector',
                start: codePoints(paragraph.slice(0, start)),
                end: codePoints(paragraph.slice(0, end)),
              },
            }),
      },
    ],
  };
}

function codePoints(text: string): number {
  return [...text].length;
}
