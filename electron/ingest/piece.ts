/**
 * What the reader of one format hands to the common part: pieces of text in reading order, with
 * what only the format can know of each. Everything language-neutral is decided afterwards.
 */
import type {
  BlockKind,
  ContainedFile,
  DraftMetadata,
  Format,
  SeenDoubt,
} from '../core/document.ts';
import type { SeenNote } from './filenotes/seen.ts';

/** The mark of a footnote, lifted out of a piece's text. */
export interface PieceCall {
  /** As printed, without brackets: '1', '*'. */
  readonly mark: string;
  /** Solid characters (see `marks.ts`) of the piece that stand behind it: its place. */
  readonly rest: number;
  /** One of the `keys` of the piece it points at, where the format says so. */
  readonly key?: string;
  /** Page it is printed on, where the format has pages. */
  readonly page?: number;
}

/** One piece of text as a format gives it. */
export interface Piece {
  readonly kind: BlockKind;
  /** Heading level or list depth, as in a draft block. */
  readonly level?: number;
  /** Text with its marker still in front, unless `marker` is given. Line ends already joined. */
  readonly text: string;
  /** The file's own spelling, where lines were joined or words mended. */
  readonly raw?: string;
  /** Marker that the format keeps apart from the text ('12.', '(a)', '•'). */
  readonly marker?: string;
  /** True where the format says that the marker numbers a mere list (an HTML list). */
  readonly mereList?: boolean;
  /** One-based page, or absent where the format has none. */
  readonly page?: number;
  /** Declared language, or absent. */
  readonly language?: string;
  /** Words mended in this piece. */
  readonly mended?: number;
  /** Horizontal start in points, where the format knows: tells levels of sub-paragraphs apart. */
  readonly indent?: number;
  /** Marks of footnotes lifted out of the text, in order; absent for none. */
  readonly calls?: readonly PieceCall[];
  /** Names under which marks point at this piece; absent for none. */
  readonly keys?: readonly string[];
  /** What the reader of pages was not sure of; absent for nothing. */
  readonly doubts?: readonly SeenDoubt[];
}

/** Everything read from one original, before numbers, parts, languages and metadata are settled. */
export interface Reading {
  readonly format: Format;
  readonly pieces: readonly Piece[];
  /** Title that the format itself declares, or null. */
  readonly title: string | null;
  /** Language that the format itself declares, or null. */
  readonly language: string | null;
  readonly pages: number | null;
  /** Fields stated by the file (front matter, meta elements, masthead). */
  readonly stated: Partial<DraftMetadata>;
  /** True where unmarked text may hold headings and titles that only their form shows. */
  readonly plain?: boolean;
  /** Files found inside (attachments of a mail, entries of an archive); absent for none. */
  readonly files?: readonly ContainedFile[];
  /** Notes seen on the pages; absent for none. */
  readonly notes?: readonly SeenNote[];
}
