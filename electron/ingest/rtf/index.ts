/**
 * A rich text file to a reading: which control words make text, which groups hold none, how letters
 * are encoded. What it does not know it passes over, as the format asks.
 */
import { strFromU8 } from 'fflate';
import { FaultError } from '../../core/fault.ts';
import { within, type Limits } from '../limits.ts';
import type { Reading } from '../piece.ts';
import { decodedFrom, pageOfNumber, PICTURES } from './pages.ts';
import { Paper, type Stretch } from './paper.ts';
import { RtfTables } from './tables.ts';
import { tokensOf, type Token } from './tokens.ts';

type Destination = 'text' | 'marker' | 'skip' | 'fonts' | 'styles';

interface Group {
  readonly destination: Destination;
  /** True where leaving the group resumes what it interrupted. */
  readonly interrupts: boolean;
  readonly uc: number;
  readonly page: string | null;
  readonly hidden: boolean;
  readonly deleted: boolean;
}

const SILENT = new Set(
  'colortbl info pict fldinst nonshppict shprslt annotation atnid atnauthor datafield nonesttables xe tc rxe txe pnseclvl objdata upr objclass objname comment revtbl'.split(
    ' ',
  ),
);
const STRETCHES: Readonly<Record<string, Stretch>> = Object.fromEntries([
  ...'header headerl headerr headerf footer footerl footerr footerf'
    .split(' ')
    .map((name) => [name, 'around'] as const),
  ['footnote', 'note'],
  ['shptxt', 'box'],
]);
const LETTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  nbsp: '\u00a0',
  hyphen: '-',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
};
const DEEPEST = 5_000;

/** Primary languages by the low bits of a Windows language. */
const LANGUAGES: Readonly<Record<number, string>> = {
  1: 'ar',
  4: 'zh',
  7: 'de',
  9: 'en',
  10: 'es',
  12: 'fr',
  16: 'it',
  22: 'pt',
  25: 'ru',
};

/** @throws FaultError `damaged`, `limit-exceeded`. */
export function readRtf(bytes: Uint8Array, limits: Limits): Reading {
  const source = strFromU8(bytes, true).replace(/^(?:\u00ef\u00bb\u00bf)?\s+/u, '');
  if (!/^\{\\rtf/u.test(source)) throw new FaultError('damaged', 'rtf');
  const reader = new RtfReader();
  for (const token of tokensOf(source)) {
    reader.take(token);
    if (reader.ended) break;
    within(limits, 'blocks', reader.paper.pieces.length);
  }
  reader.end();
  const { paper } = reader;
  return {
    format: 'rtf',
    pieces: [...paper.pieces, ...paper.notes],
    title: paper.title,
    language: reader.language,
    pages: null,
    stated: {},
    plain: true,
  };
}

class RtfReader {
  readonly #tables = new RtfTables();
  readonly paper = new Paper(this.#tables);
  language: string | null = null;
  readonly #outer: Group[] = [];
  #group: Group = {
    destination: 'text',
    interrupts: false,
    uc: 1,
    page: null,
    hidden: false,
    deleted: false,
  };
  #page = 'windows-1252';
  #font: number | null = null;
  #star = false;
  /** Bytes of one encoding not yet decoded: letters of Asian pages have two. */
  #bytes = '';
  /** Characters still to pass over after one given in Unicode. */
  #passed = 0;

  take(token: Token): void {
    if (token.type === 'text' || token.type === 'byte') {
      this.#letters(token.text);
      return;
    }
    const star = this.#star;
    this.#star = token.type === 'star';
    if (token.type === 'star') return;
    if (token.type === 'word') {
      if (this.#passed > 0 && token.name !== 'u' && token.name !== 'uc') {
        this.#passed -= 1;
        return;
      }
      this.#word(token.name, token.value, star);
      return;
    }
    this.#flush();
    this.#passed = 0;
    if (token.type === 'open') {
      if (this.#outer.length > DEEPEST) throw new FaultError('limit-exceeded', 'depth');
      this.#outer.push(this.#group);
      this.#group = { ...this.#group, interrupts: false };
      if (this.#group.destination === 'fonts' || this.#group.destination === 'styles')
        this.#tables.begin();
    } else {
      if (this.#group.interrupts) this.paper.resume();
      this.#group = this.#outer.pop() ?? this.#group;
    }
  }

  /** True behind the last brace; what follows is no part of the document. */
  get ended(): boolean {
    return this.#outer.length === 0;
  }

  end(): void {
    this.#flush();
    while (this.#outer.length > 0) this.take({ type: 'close' });
    this.paper.endParagraph();
    this.paper.endRow();
  }

  #letters(text: string): void {
    const passed = Math.min(this.#passed, text.length);
    this.#passed -= passed;
    this.#bytes += passed === 0 ? text : text.slice(passed);
  }

  #flush(): void {
    if (this.#bytes === '') return;
    const bytes = this.#bytes;
    this.#bytes = '';
    this.#put(decodedFrom(this.#group.page ?? this.#page, bytes));
  }

  #put(text: string): void {
    const { destination, hidden, deleted } = this.#group;
    if (destination === 'fonts' || destination === 'styles') this.#tables.text(text, destination);
    else if (destination === 'marker') this.paper.marker(text);
    else if (destination === 'text' && !hidden && !deleted) this.paper.text(text);
  }

  #change(change: Partial<Group>): void {
    this.#flush();
    this.#group = { ...this.#group, ...change };
  }

  #word(name: string, value: number | null, star: boolean): void {
    if (name === 'u') {
      this.#flush();
      const code = value ?? 0;
      const letter = code < 0 ? code + 65_536 : code;
      // Letters of symbol fonts stand in the private area, at their place in the font.
      if (letter < 0xe000 || letter > 0xf8ff) this.#put(String.fromCharCode(letter));
      else this.#put(decodedFrom(this.#group.page ?? PICTURES, String.fromCharCode(letter & 0xff)));
      this.#passed = this.#group.uc;
      return;
    }
    this.#flush();
    if (this.#enters(name, star)) return;
    const { destination } = this.#group;
    if (destination === 'fonts' || destination === 'styles') this.#tables.word(name, value);
    else if (destination === 'skip') return;
    else if (Object.hasOwn(LETTERS, name)) this.#put(LETTERS[name] ?? '');
    else this.#format(name, value);
  }

  /** Control words that say what a group holds. */
  #enters(name: string, star: boolean): boolean {
    if (name === 'fonttbl') this.#change({ destination: 'fonts' });
    else if (name === 'stylesheet') this.#change({ destination: 'styles' });
    else if (name === 'ud' || name === 'shptxt') {
      // Text inside what is passed over otherwise: the shape's own, or the same in Unicode.
      this.#change({ destination: 'text' });
      if (name === 'shptxt') this.#interrupt('box');
    } else if (this.#group.destination === 'skip') return false;
    else if (name === 'listtext' || name === 'pntext') this.#change({ destination: 'marker' });
    else if (SILENT.has(name)) this.#change({ destination: 'skip' });
    else if (Object.hasOwn(STRETCHES, name)) this.#interrupt(STRETCHES[name] ?? 'box');
    else if (star && this.#group.destination === 'text') this.#change({ destination: 'skip' });
    else return false;
    return true;
  }

  #interrupt(stretch: Stretch): void {
    if (this.#group.interrupts) return;
    this.paper.interrupt(stretch);
    this.#change({ interrupts: true });
  }

  #format(name: string, value: number | null): void {
    const on = value !== 0;
    if (name === 'uc') this.#change({ uc: Math.max(0, Math.min(value ?? 1, 10)) });
    else if (name === 'f') this.#change({ page: this.#tables.font(value ?? 0) });
    else if (name === 'plain')
      this.#change({
        hidden: false,
        deleted: false,
        page: this.#font === null ? null : this.#tables.font(this.#font),
      });
    else if (name === 'v') this.#change({ hidden: on });
    else if (name === 'deleted') this.#change({ deleted: on });
    // What a marker says of its paragraph holds for the marker alone.
    else if (this.#group.destination !== 'marker') this.#paragraph(name, value);
  }

  /** Control words about paragraphs and tables. */
  #paragraph(name: string, value: number | null): void {
    if (name === 'par' || name === 'sect' || name === 'nestcell') this.paper.endParagraph();
    else if (name === 'cell') this.paper.endCell();
    else if (name === 'row') this.paper.endRow();
    else if (name === 'page' || name === 'column') this.paper.text('\n');
    else if (name === 'pard') this.paper.reset();
    else if (name === 'intbl') this.paper.set({ inTable: true });
    else if (name === 's') this.paper.set({ style: value ?? 0 });
    else if (name === 'outlinelevel')
      this.paper.set({ outline: value !== null && value < 9 ? value + 1 : null });
    else if (name === 'ilvl') this.paper.set({ level: Math.max(0, Math.min(value ?? 0, 8)) });
    else this.#document(name, value);
  }

  /** Control words about the whole file. */
  #document(name: string, value: number | null): void {
    if (name === 'ansicpg' && value !== null && value > 0) this.#page = pageOfNumber(value);
    else if (name === 'mac') this.#page = 'macintosh';
    else if (name === 'deff') this.#font = value;
    else if (name === 'deflang') this.language = LANGUAGES[(value ?? 0) & 0x3ff] ?? null;
  }
}
