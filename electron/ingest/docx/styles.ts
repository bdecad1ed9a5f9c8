/** Word's styles: which paragraph style is a heading, a title, a quote, and what it numbers. */
import { readXml } from '../xml.ts';

/** What a paragraph style says, its ancestors' word included. */
export interface Style {
  /** Name in lower case, as Word has it in every language ('heading 1', 'title', 'quote'). */
  readonly name: string;
  /** Outline level 1 to 9, or null. */
  readonly outline: number | null;
  readonly numId: string | null;
  readonly ilvl: number | null;
}

/** Styles by id, and the language that the document's defaults declare. */
export interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  readonly language: string | null;
}

interface Raw {
  name: string;
  basedOn: string | null;
  outline: number | null;
  numId: string | null;
  ilvl: number | null;
}

/** Reads `styles.xml`; '' gives no styles. */
export function readStyles(source: string): Styles {
  const raw = new Map<string, Raw>();
  let current: Raw | null = null;
  let language: string | null = null;
  if (source !== '') {
    readXml(source, {
      open(name, attributes) {
        const value = attributes.get('val') ?? '';
        if (name === 'style') {
          current = { name: '', basedOn: null, outline: null, numId: null, ilvl: null };
          raw.set(attributes.get('styleId') ?? '', current);
        } else if (name === 'lang' && current === null) language = attributes.get('val') ?? null;
        else if (current === null) return;
        else if (name === 'name') current.name = value.toLowerCase();
        else if (name === 'basedOn') current.basedOn = value;
        else if (name === 'outlineLvl') current.outline = Number(value) + 1;
        else if (name === 'numId') current.numId = value;
        else if (name === 'ilvl') current.ilvl = Number(value);
      },
      close(name) {
        if (name === 'style') current = null;
      },
      text: () => undefined,
    });
  }
  return { byId: new Map([...raw].map(([id, style]) => [id, inherited(style, raw)])), language };
}

function inherited(style: Raw, raw: ReadonlyMap<string, Raw>): Style {
  let { outline, numId, ilvl, name } = style;
  const seen = new Set<Raw>();
  for (
    let at: Raw | undefined = style;
    at !== undefined && !seen.has(at);
    at = raw.get(at.basedOn ?? '')
  ) {
    seen.add(at);
    outline ??= at.outline;
    numId ??= at.numId;
    ilvl ??= at.ilvl;
    if (
      /^(?:heading \d|title|quote|intense quote)$/u.test(at.name) &&
      !/^(?:heading|title|quote|toc)/u.test(name)
    )
      name = at.name;
  }
  return { name, outline, numId, ilvl };
}
