/** An OpenDocument presentation to a reading: which frame of a slide is its title, which its notes. */
import type { Limits } from '../limits.ts';
import { openOdf } from '../odt/index.ts';
import type { Placed } from '../odt/body.ts';
import type { Piece, Reading } from '../piece.ts';
import { deckTitle, slidePieces, type Slide } from './sections.ts';

const AROUND = /^(?:footer|header|date-time|page-number)$/u;

/** @throws FaultError `damaged`, `encrypted`, `limit-exceeded`. */
export function readOdp(bytes: Uint8Array, limits: Limits): Reading {
  const { body, language } = openOdf(bytes, limits);
  const count = body.placed.reduce((most, { slide }) => Math.max(most, slide), 0);
  const bySlide = Array.from({ length: count }, (): Placed[] => []);
  for (const placed of body.placed) bySlide[Math.max(0, placed.slide - 1)]?.push(placed);
  const slides = bySlide.map(slideOf);
  return {
    format: 'odp',
    pieces: slidePieces(slides),
    title: deckTitle(slides),
    language,
    pages: count,
    stated: { kind: 'presentation' },
  };
}

function slideOf(placed: readonly Placed[]): Slide {
  const at = (wanted: (place: string | null) => boolean): Piece[] =>
    placed.filter(({ place }) => wanted(place)).map(({ piece }) => piece);
  return {
    title: at((place) => place === 'title').map(({ text }) => text),
    body: at((place) => place !== 'title' && place !== 'notes' && !AROUND.test(place ?? '')),
    notes: at((place) => place === 'notes'),
    around: at((place) => AROUND.test(place ?? '')).map((piece) => ({
      kind: 'furniture',
      text: piece.text,
    })),
  };
}
