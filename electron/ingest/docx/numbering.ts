/**
 * Word's automatic numbers: what stands before a paragraph is nowhere in its text, but follows
 * from `numbering.xml` and from all numbered paragraphs before it. mammoth gives list nesting but
 * no numbers, which is why documents are read here.
 */
import { ordinalLetter, romanNumeral } from '../../core/number.ts';
import { readXml } from '../xml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** Level whose step restarts this one; 0 for never. */
  restart: number | null;
  legal: boolean;
}

interface Instance {
  readonly abstract: string;
  /** Levels that this instance starts anew, with their first value. */
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** Gives each numbered paragraph its marker, in document order. */
export class Numbers {
  readonly #abstract = new Map<string, Map<number, Level>>();
  readonly #instances = new Map<string, Instance>();
  /** Counters of a list: instances of the same definition go on counting together. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param source `numbering.xml`, or '' where the document has none. */
  constructor(source: string) {
    if (source !== '') this.#read(source);
  }

  /** Marker of the next paragraph of this list and level ('12.', '(a)', '•'), or null for none. */
  next(numId: string, ilvl: number): string | null {
    const instance = this.#instances.get(numId);
    if (instance === undefined) return null;
    const level = this.#level(instance, ilvl);
    if (level === undefined || level.format === 'none') return null;
    if (level.format === 'bullet')
      return /[\p{L}\p{N}]/u.test(level.text) || level.text.trim() === ''
        ? '•'
        : bulletOf(level.text);
    const counters = this.#counters.get(instance.abstract) ?? [];
    this.#counters.set(instance.abstract, counters);
    this.#startAnew(numId, instance, counters, ilvl);
    counters[ilvl] = counters[ilvl] === undefined ? level.start : counters[ilvl] + 1;
    for (let deeper = ilvl + 1; deeper < counters.length; deeper += 1) {
      const restart = this.#level(instance, deeper)?.restart ?? null;
      if (restart === null || (restart !== 0 && ilvl < restart)) counters[deeper] = undefined;
    }
    return (
      level.text
        .replace(/%(\d)/gu, (_, digit: string) => {
          const at = Number(digit) - 1;
          const shown = this.#level(instance, at);
          const value = counters[at] ?? shown?.start ?? 1;
          return formatted(value, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
        })
        .trim() || null
    );
  }

  #startAnew(
    numId: string,
    instance: Instance,
    counters: (number | undefined)[],
    ilvl: number,
  ): void {
    for (const [at, start] of instance.starts) {
      const key = `${numId}/${at}`;
      if (at > ilvl || this.#begun.has(key)) continue;
      this.#begun.add(key);
      counters[at] = at === ilvl ? start - 1 : start;
    }
  }

  #level(instance: Instance, ilvl: number): Level | undefined {
    return instance.levels.get(ilvl) ?? this.#abstract.get(instance.abstract)?.get(ilvl);
  }

  #read(source: string): void {
    let levels: Map<number, Level> | null = null;
    let level: Level | null = null;
    let instance: Instance | null = null;
    let numId = '';
    let override = 0;
    let id = '';
    readXml(source, {
      open: (name, attributes) => {
        const value = attributes.get('val') ?? '';
        if (name === 'abstractNum') {
          id = attributes.get('abstractNumId') ?? '';
          levels = new Map();
          this.#abstract.set(id, levels);
        } else if (name === 'num') numId = attributes.get('numId') ?? '';
        else if (name === 'abstractNumId') {
          instance = { abstract: value, starts: new Map(), levels: new Map() };
          levels = instance.levels;
          this.#instances.set(numId, instance);
        } else if (name === 'lvlOverride') override = Number(attributes.get('ilvl') ?? '0');
        else if (name === 'startOverride') instance?.starts.set(override, Number(value));
        else if (name === 'lvl') {
          level = { format: 'decimal', text: '', start: 1, restart: null, legal: false };
          levels?.set(Number(attributes.get('ilvl') ?? '0'), level);
        } else if (level === null) return;
        else if (name === 'start') level.start = Number(value);
        else if (name === 'numFmt') level.format = value;
        else if (name === 'lvlText') level.text = value;
        else if (name === 'lvlRestart') level.restart = Number(value);
        else if (name === 'isLgl') level.legal = true;
      },
      close: (name) => {
        if (name === 'lvl') level = null;
      },
      text: () => undefined,
    });
  }
}

/** Bullets of symbol fonts are in the private use area; which shape they have does not matter. */
function bulletOf(text: string): string {
  return /^\p{Co}/u.test(text) ? '•' : text.trim();
}

function formatted(value: number, format: string): string {
  if (value < 1 || value > 399) return String(value);
  switch (format) {
    case 'lowerLetter':
      return ordinalLetter(value);
    case 'upperLetter':
      return ordinalLetter(value).toUpperCase();
    case 'lowerRoman':
      return romanNumeral(value);
    case 'upperRoman':
      return romanNumeral(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}
