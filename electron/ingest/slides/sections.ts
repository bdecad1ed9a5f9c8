/**
 * Slides to pieces, the same for both formats of presentations: a slide is a section under its
 * title, its page is its number, what the speaker says is a quotation.
 */
import { canonicalText } from '../../core/canonical.ts';
import type { Piece } from '../piece.ts';

/** What one slide holds, in the order of its shapes. */
export interface Slide {
  readonly title: readonly string[];
  readonly body: readonly Piece[];
  readonly notes: readonly Piece[];
  /** Footers, dates, numbers. */
  readonly around: readonly Piece[];
}

/** Pieces of all slides; a slide with text and no title is a section called by its number. */
export function slidePieces(slides: readonly Slide[]): Piece[] {
  return slides.flatMap((slide, at): Piece[] => {
    const page = at + 1;
    const title = canonicalText(slide.title.join(' '));
    const filled = [...slide.body, ...slide.notes].some(({ text }) => text.trim() !== '');
    if (title === '' && !filled) return slide.around.map((piece) => ({ ...piece, page }));
    const heading: Piece = { kind: 'heading', level: 1, text: title === '' ? `${page}` : title };
    const notes = slide.notes.map((piece): Piece => ({ ...piece, kind: 'quote' }));
    return [heading, ...slide.body, ...notes, ...slide.around].map((piece) => ({ ...piece, page }));
  });
}

/** Title of the presentation: that of its first slide, where it has one. */
export function deckTitle(slides: readonly Slide[]): string | null {
  return canonicalText(slides[0]?.title.join(' ') ?? '') || null;
}
