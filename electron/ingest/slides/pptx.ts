/** A PowerPoint presentation to a reading: the order of slides, their notes and diagrams. */
import { FaultError } from '../../core/fault.ts';
import { unzipped, xmlText } from '../archive.ts';
import { within, type Limits } from '../limits.ts';
import type { Piece, Reading } from '../piece.ts';
import { readXml } from '../xml.ts';
import { deckTitle, slidePieces, type Slide } from './sections.ts';
import { readShapes, type Placed } from './shapes.ts';

const WANTED =
  /^(?:_rels\/\.rels|ppt\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?|ppt\/(?:slides|notesSlides|diagrams)\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?)$/u;

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** @throws FaultError `damaged`, `encrypted`, `limit-exceeded`. */
export function readPptx(bytes: Uint8Array, limits: Limits): Reading {
  const parts = unzipped(bytes, limits, (name) => WANTED.test(name));
  const text = (name: string): string => {
    const part = parts.get(name);
    return part === undefined ? '' : xmlText(part);
  };
  const relations = (part: string): Map<string, Relation> => {
    const at = part.lastIndexOf('/') + 1;
    return relationsOf(text(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`), part);
  };
  const main =
    [...relations('').values()].find(({ type }) => type === 'officeDocument')?.target ??
    'ppt/presentation.xml';
  const source = text(main);
  if (source === '') throw new FaultError('damaged', 'pptx: no presentation');
  const known = relations(main);
  const names = slideIds(source).flatMap((id) => known.get(id)?.target ?? []);
  within(limits, 'pages', names.length);
  const slides = names.map((name) => slideOf(name, text, relations(name)));
  return {
    format: 'pptx',
    pieces: slidePieces(slides),
    title: deckTitle(slides),
    language: null,
    pages: slides.length,
    stated: { kind: 'presentation' },
  };
}

function slideOf(
  name: string,
  text: (name: string) => string,
  relations: ReadonlyMap<string, Relation>,
): Slide {
  const read = (part: string): readonly Placed[] => {
    const source = text(part);
    return source === '' ? [] : readShapes(source);
  };
  const related = (type: string): readonly Placed[] =>
    [...relations.values()]
      .filter((one) => one.type === type)
      .flatMap(({ target }) => read(target));
  const shapes = read(name);
  const at = (wanted: (place: string) => boolean, given = shapes): Piece[] =>
    given.filter(({ place }) => wanted(place ?? 'none')).map(({ piece }) => piece);
  const title = (place: string): boolean => place === 'title' || place === 'ctrTitle';
  const around = (place: string): boolean => /^(?:ftr|hdr|dt|sldNum)$/u.test(place);
  return {
    title: at(title).map((piece) => piece.text),
    body: [
      ...at((place) => !title(place) && !around(place)),
      ...related('diagramData').map(({ piece }) => piece),
    ],
    notes: at((place) => place === 'body', related('notesSlide')).map(({ text: said }) => ({
      kind: 'quote',
      text: said,
    })),
    around: at(around).map((piece) => ({ kind: 'furniture', text: piece.text })),
  };
}

/** Relation ids of the slides, in the order of the presentation. */
function slideIds(source: string): string[] {
  const ids: string[] = [];
  readXml(source, {
    open(name, attributes) {
      if (name === 'sldId') ids.push(attributes.get('r:id') ?? attributes.get('id') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return ids;
}

function relationsOf(source: string, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  if (source === '') return relations;
  readXml(source, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      relations.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type')?.replace(/^.*\//u, '') ?? '',
        target: entryOf(part, attributes.get('Target') ?? ''),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** Name of the entry that a target means, seen from a part. */
function entryOf(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
