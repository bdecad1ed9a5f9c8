/**
 * Which printed numbers are official: it finds the one run of numbers that goes through a part,
 * hangs sub-paragraphs under it, and leaves every other marker a mere list's.
 */
import { canonicalText } from '../core/canonical.ts';
import type { BlockKind } from '../core/document.ts';
import {
  ordinalLetter,
  partOfHeading,
  readMarker,
  romanNumeral,
  topNumber,
  type Marker,
} from '../core/number.ts';
import type { Piece } from './piece.ts';

/** A piece with its marker lifted off and its place in the numbering settled. */
export interface Numbered {
  readonly piece: Piece;
  readonly kind: BlockKind;
  readonly level?: number;
  /** Text behind the marker. */
  readonly text: string;
  readonly marker: string | null;
  readonly number: string | null;
  readonly part: string;
}

/** The pieces in order, and the numbers missing from runs that should be consecutive. */
export interface Numbering {
  readonly blocks: readonly Numbered[];
  readonly gaps: readonly string[];
}

interface Candidate {
  readonly piece: Piece;
  readonly kind: BlockKind;
  readonly text: string;
  readonly marker: Marker | null;
  readonly part: string;
}

/** Settles numbers, markers and parts of all pieces of one document. */
export function numberPieces(pieces: readonly Piece[]): Numbering {
  const candidates = partition(pieces);
  const blocks: Numbered[] = [];
  const gaps: string[] = [];
  for (let start = 0; start < candidates.length;) {
    const part = candidates[start]?.part;
    let end = start;
    while (end < candidates.length && candidates[end]?.part === part) end += 1;
    const slice = candidates.slice(start, end);
    const chain = officialRun(slice);
    gaps.push(...gapsOf(chain.map((at) => slice[at]?.marker?.value ?? 0)));
    blocks.push(...assigned(slice, new Set(chain)));
    start = end;
  }
  return { blocks, gaps };
}

/** Lifts markers and cuts the document into body and annexes. */
function partition(pieces: readonly Piece[]): Candidate[] {
  let part = 'body';
  return pieces.map((piece): Candidate => {
    const short = piece.text.length <= 160;
    if (short && (piece.kind === 'heading' || piece.kind === 'paragraph')) {
      const shown = canonicalText(piece.text);
      const opened = /[.;,:]$/u.test(shown) ? null : partOfHeading(shown);
      if (opened !== null && (piece.kind === 'heading' || shown.length <= 24)) {
        part = opened;
        return {
          piece: { level: 1, ...piece },
          kind: 'heading',
          text: piece.text,
          marker: null,
          part,
        };
      }
    }
    const { kind } = piece;
    if (kind === 'heading' || kind === 'furniture' || kind === 'footnote' || kind === 'table-row') {
      return { piece, kind, text: piece.text, marker: null, part };
    }
    const found =
      piece.marker === undefined
        ? readMarker(piece.text.trimStart())
        : readMarker(`${piece.marker}${/^\w+$/u.test(piece.marker) ? '.' : ''} \u00A0x`);
    if (piece.marker !== undefined) {
      const marker = found?.marker ?? bare(piece.marker);
      return { piece, kind, text: piece.text, marker: { ...marker, printed: piece.marker }, part };
    }
    const lifted = found !== null && found.marker.kind !== 'capital' && found.rest.trim() !== '';
    return lifted
      ? { piece, kind, text: found.rest, marker: found.marker, part }
      : { piece, kind, text: piece.text, marker: null, part };
  });
}

function bare(printed: string): Marker {
  return { printed, kind: 'bullet', value: 0, roman: null, suffix: '' };
}

const RANKS = ['', 'bis', 'ter', 'quater', 'quinquies', 'sexies', 'septies', 'octies'];

/** Indices of the longest believable run of numbers, or none where it is a list in passing. */
function officialRun(slice: readonly Candidate[]): number[] {
  const marked: { at: number; rank: number }[] = [];
  slice.forEach(({ marker }, at) => {
    if (marker?.kind !== 'decimal' || marker.value === 0 || marker.value > 999) return;
    marked.push({ at, rank: marker.value * 10 + RANKS.indexOf(marker.suffix) });
  });
  const chain = longestChain(marked);
  return believable(slice, chain) ? chain : [];
}

/** Longest rising chain; skipping a number costs, so that a list inside a run loses against it. */
function longestChain(marked: readonly { at: number; rank: number }[]): number[] {
  const best = new Map<number, { score: number; at: number; before: number | null }>();
  const steps: { at: number; before: number | null }[] = [];
  for (const { at, rank } of marked) {
    const value = Math.floor(rank / 10);
    let score = value === 1 ? 1 : value <= 4 ? 0.4 : 0.1;
    let before: number | null = null;
    const consider = (other: number, cost: number): void => {
      const found = best.get(other);
      if (found !== undefined && found.score + 1 - cost > score) {
        score = found.score + 1 - cost;
        before = found.at;
      }
    };
    for (let rankBefore = rank - 1; rankBefore >= value * 10; rankBefore -= 1)
      consider(rankBefore, 0);
    for (let skip = 1; skip <= 4; skip += 1) {
      for (let suffix = 0; suffix < RANKS.length; suffix += 1) {
        consider((value - skip) * 10 + suffix, rank % 10 === 0 ? (skip - 1) * 0.4 : 0.8 + skip);
      }
    }
    steps.push({ at, before });
    const held = best.get(rank);
    if (held === undefined || score >= held.score)
      best.set(rank, { score, at: steps.length - 1, before });
  }
  let top: { score: number; at: number } | null = null;
  for (const end of best.values()) if (top === null || end.score > top.score) top = end;
  const chain: number[] = [];
  for (let step = top?.at ?? null; step !== null; step = steps[step]?.before ?? null) {
    chain.unshift(steps[step]?.at ?? 0);
  }
  return chain;
}

/** A run is official when it carries the part, not when it is a list in the middle of it. */
function believable(slice: readonly Candidate[], chain: readonly number[]): boolean {
  const first = chain[0];
  if (first === undefined || chain.length < 2) return false;
  const inChain = new Set(chain);
  const texts = chain.map((at) => canonicalText(slice[at]?.text ?? ''));
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const top = (from: number): number =>
    slice.filter((one, at) => at >= from && (inChain.has(at) || isTop(one))).length;
  const share = chain.length / Math.max(1, top(0));
  const tail = chain.length / Math.max(1, top(first));
  const mere = chain.every((at) => slice[at]?.piece.mereList === true);
  if (mere) {
    const carried = chain.some(
      (at, step) =>
        step > 0 && slice.slice(chain[step - 1], at).some(({ kind }) => kind === 'heading'),
    );
    return carried && share >= 0.6 && chain.length >= 4;
  }
  const sentences = texts.filter((text) => /[.;:,]$/u.test(text)).length;
  if (length < 25 && chain.length < 6 && sentences < texts.length / 2) return false;
  const before = slice.slice(0, first).findLast(isTop);
  const resolution = before !== undefined && /[,:]$/u.test(before.text.trimEnd()) && first > 1;
  return tail >= 0.4 && (share >= 0.35 || chain.length >= 8 || resolution);
}

function isTop({ kind, marker }: Candidate): boolean {
  return kind === 'paragraph' && marker === null;
}

function gapsOf(values: readonly number[]): string[] {
  const gaps: string[] = [];
  values.forEach((value, at) => {
    const before = at === 0 ? value : (values[at - 1] ?? value);
    for (let missing = before + 1; missing < value; missing += 1) gaps.push(String(missing));
  });
  return gaps;
}

interface Level {
  readonly style: 'letter' | 'roman';
  value: number;
}

function assigned(slice: readonly Candidate[], official: ReadonlySet<number>): Numbered[] {
  let top: string | null = null;
  let levels: Level[] = [];
  return slice.map(({ piece, kind, text, marker, part }, at): Numbered => {
    const base = { piece, text, part };
    const level = piece.level === undefined ? {} : { level: piece.level };
    if (kind === 'heading') {
      top = null;
      levels = [];
    }
    if (marker === null) return { ...base, kind, ...level, marker: null, number: null };
    if (official.has(at)) {
      top = topNumber(marker.value, marker.suffix);
      levels = [];
      return { ...base, kind: 'paragraph', marker: marker.printed, number: top };
    }
    if (marker.kind !== 'letter') {
      const own = piece.level ?? (top !== null && levels.length > 0 ? levels.length : 0);
      return { ...base, kind: 'list-item', level: own, marker: marker.printed, number: null };
    }
    levels = climbed(levels, marker, () => followingMarker(slice, at));
    const number = top === null ? null : `${top} ${levels.map(shown).join(' ')}`;
    const depth = piece.level !== undefined && top === null ? piece.level : levels.length - 1;
    return { ...base, kind: 'list-item', level: depth, marker: marker.printed, number };
  });
}

function shown({ style, value }: Level): string {
  return `(${style === 'roman' ? romanNumeral(value) : ordinalLetter(value)})`;
}

function followingMarker(slice: readonly Candidate[], at: number): Marker | null {
  for (const { marker } of slice.slice(at + 1, at + 12))
    if (marker?.kind === 'letter') return marker;
  return null;
}

/** Levels after a letter: its own level again, a new one under it, or back to one above. */
function climbed(levels: readonly Level[], marker: Marker, next: () => Marker | null): Level[] {
  const asRoman: Level = { style: 'roman', value: marker.roman ?? 0 };
  const asLetter: Level = { style: 'letter', value: marker.value };
  const both = marker.value > 0 && marker.roman !== null;
  const valueIn = (style: Level['style']): number =>
    style === 'roman' ? (marker.roman ?? 0) : marker.value;
  const opensRoman =
    marker.roman === 1 && (!both || next()?.roman === 2 || levels.at(-1)?.value !== 8);
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const level = levels[depth];
    if (level === undefined || valueIn(level.style) !== level.value + 1) continue;
    if (level.style === 'letter' && opensRoman && next()?.roman === 2) break;
    return [...levels.slice(0, depth), { style: level.style, value: level.value + 1 }];
  }
  if (opensRoman && levels.every(({ style }) => style !== 'roman')) return [...levels, asRoman];
  if (marker.value === 1 && levels.every(({ style }) => style !== 'letter'))
    return [...levels, asLetter];
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const level = levels[depth];
    const value = level === undefined ? 0 : valueIn(level.style);
    if (level !== undefined && value > 0)
      return [...levels.slice(0, depth), { style: level.style, value }];
  }
  return [...levels, marker.value > 0 && !(both && opensRoman) ? asLetter : asRoman];
}
