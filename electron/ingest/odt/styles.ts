/**
 * OpenDocument's styles: which paragraph style is a heading, a title or a quotation, and how
 * each level of a list style numbers itself.
 */
import { readXml } from '../xml.ts';

/** What a paragraph or text style says, its ancestors' word included. */
export interface OdfStyle {
  /** Names of the style and its ancestors, nearest first, as written in every language. */
  readonly names: readonly string[];
  /** Outline level 1 to 10, or null. */
  readonly outline: number | null;
  readonly hidden: boolean;
}

/** How one level of a list marks its items. */
export interface OdfLevel {
  /** Number format ('1', 'a', 'A', 'i', 'I'), '' for none; null for a bullet. */
  readonly format: string | null;
  readonly bullet: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** Levels shown in the number, this one included. */
  readonly shown: number;
}

interface Raw {
  readonly name: string;
  readonly parent: string | null;
  outline: number | null;
  hidden: boolean | null;
}

/** Name under which the numbering of headings is kept among the list styles. */
export const OUTLINE = '\u0000outline';

/** Styles of one document, gathered from all parts that declare any. */
export class OdfStyles {
  readonly #raw = new Map<string, Raw>();
  readonly #lists = new Map<string, Map<number, OdfLevel>>();
  /** Language of the document's default paragraph style, or null. */
  language: string | null = null;

  /** Takes in the styles of one part; content is passed over. */
  read(source: string): void {
    if (source === '') return;
    let current: Raw | null = null;
    let byDefault = false;
    let levels: Map<number, OdfLevel> | null = null;
    readXml(source, {
      open: (name, attributes) => {
        const named = attributes.get('style:name') ?? '';
        if (name === 'style') {
          const outline = Number.parseInt(attributes.get('default-outline-level') ?? '', 10);
          current = {
            name: named,
            parent: attributes.get('parent-style-name') ?? null,
            outline: Number.isFinite(outline) ? outline : null,
            hidden: null,
          };
          this.#raw.set(`${attributes.get('family') ?? ''} ${named}`, current);
        } else if (name === 'default-style') {
          byDefault = attributes.get('family') === 'paragraph';
        } else if (name === 'text-properties') {
          if (current === null) {
            if (byDefault) this.language ??= languageOf(attributes.get('fo:language'));
          } else if (attributes.get('text:display') === 'none') current.hidden = true;
        } else if (name === 'list-style' || name === 'outline-style') {
          levels = new Map();
          this.#lists.set(name === 'list-style' ? named : OUTLINE, levels);
        } else if (levels !== null && /^(?:list|outline)-level-style(?:-|$)/u.test(name)) {
          levels.set(count(attributes.get('level')), levelOf(name, attributes));
        }
      },
      close: (name) => {
        if (name === 'style') current = null;
        else if (name === 'default-style') byDefault = false;
        else if (name === 'list-style' || name === 'outline-style') levels = null;
      },
      text: () => undefined,
    });
  }

  /** A style of a family ('paragraph', 'text'); an unknown name says nothing. */
  of(family: string, name: string | null): OdfStyle {
    const names: string[] = [];
    let outline: number | null = null;
    let hidden: boolean | null = null;
    const seen = new Set<Raw>();
    for (let at = this.#raw.get(`${family} ${name ?? ''}`); at !== undefined && !seen.has(at);) {
      seen.add(at);
      names.push(at.name);
      outline ??= at.outline;
      hidden ??= at.hidden;
      at = this.#raw.get(`${family} ${at.parent ?? ''}`);
    }
    if (names.length === 0 && name !== null) names.push(name);
    return { names, outline, hidden: hidden === true };
  }

  /** A level (from 1) of a list style, or undefined where the style has none such. */
  level(list: string, level: number): OdfLevel | undefined {
    return this.#lists.get(list)?.get(level);
  }
}

function levelOf(name: string, attributes: ReadonlyMap<string, string>): OdfLevel {
  const numbered = name === 'list-level-style-number' || name === 'outline-level-style';
  return {
    format: numbered ? (attributes.get('num-format') ?? '') : null,
    bullet: attributes.get('bullet-char') ?? '•',
    prefix: attributes.get('num-prefix') ?? '',
    suffix: attributes.get('num-suffix') ?? '',
    start: count(attributes.get('start-value')),
    shown: count(attributes.get('display-levels')),
  };
}

function count(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) ? Math.max(0, Math.min(number, 100_000)) : 1;
}

function languageOf(value: string | undefined): string | null {
  return value !== undefined && /^[a-z]{2,3}$/u.test(value) && value !== 'zxx' ? value : null;
}
