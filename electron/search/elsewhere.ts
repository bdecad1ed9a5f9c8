/**
 * What else bears a query's words beside paragraphs: titles of documents, the reader's own notes,
 * names of tags. Few and short, so they are read themselves, without an index.
 */
import { parseQuery } from '../core/query.ts';
import type { Snippet } from './answers.ts';
import { analyse } from './analysis.ts';
import { phrase, plainWord, prefixWord } from './concepts.ts';
import type { Concept } from './concepts.ts';
import { fold } from './fold.ts';
import type { Terrain } from './plan.ts';
import { Matcher, readText } from './reading.ts';
import type { Match } from './reading.ts';
import { snippetOf } from './snippets.ts';
import type { Store } from './store.ts';
import { WEIGHTS } from './weights.ts';
import { cut } from './words.ts';

/** A short text that may bear the words. */
export interface Named {
  readonly id: string;
  readonly text: string;
  readonly language: string;
}

interface Kept extends Named {
  /** Lower case without accents: what is looked through first. */
  readonly folded: string;
}

export interface FoundNote {
  readonly annotationId: string;
  readonly documentId: string;
  /** First paragraph of the passage. */
  readonly paragraphId: string;
  readonly kind: string;
  readonly snippet: Snippet;
}

export interface Elsewhere {
  /** Ids of documents by their titles, best first. */
  readonly documents: readonly string[];
  readonly notes: readonly FoundNote[];
  /** Ids of tags. */
  readonly tags: readonly string[];
}

/** Most of each kind. */
const MOST = 5;
/** Share of the typed words that must be there. */
const SHARE = 0.6;
/** Letters of a word's beginning by which texts are picked before they are read. */
const BEGINNING = 4;

/** Looks through titles, notes and names; keeps them until `forget`. */
export class OtherTexts {
  private readonly store: Store;
  private titles: readonly Kept[] | null = null;
  private notes: readonly Kept[] | null = null;

  constructor(store: Store) {
    this.store = store;
  }

  /** To be called after every write. */
  forget(): void {
    this.titles = null;
    this.notes = null;
  }

  /** @param tags the library's tags, each text with all its names. */
  find(query: string, tags: readonly Named[], terrain: Terrain): Elsewhere {
    const looked = new Looked(wishesOf(query, terrain));
    if (looked.wordless) return { documents: [], notes: [], tags: [] };
    this.titles ??= this.read(
      "SELECT id, title || ' ' || symbol AS text, language FROM document WHERE removed = 0",
    );
    this.notes ??= this.read(
      "SELECT id, body AS text, 'und' AS language FROM annotation WHERE body <> '' AND kind <> 'translation'",
    );
    return {
      documents: looked.through(this.titles).map(({ id }) => id),
      notes: looked.through(this.notes).flatMap((found) => this.note(found)),
      tags: looked.through(tags.map(kept)).map(({ id }) => id),
    };
  }

  private note({ id, text, matches }: LookedText): FoundNote[] {
    const place = this.store
      .sql(
        `SELECT place.document AS documentId, place.paragraph AS paragraphId, annotation.kind
         FROM place JOIN annotation ON annotation.id = place.annotation
         JOIN document ON document.id = place.document AND document.removed = 0
         WHERE place.annotation = ? ORDER BY place.rowid LIMIT 1`,
      )
      .get(id) as Pick<FoundNote, 'documentId' | 'paragraphId' | 'kind'> | undefined;
    if (place === undefined) return [];
    return [{ annotationId: id, ...place, snippet: snippetOf(text, matches, []) }];
  }

  private read(sql: string): Kept[] {
    return (this.store.sql(sql).all() as Named[]).map(kept);
  }
}

function kept(named: Named): Kept {
  return { ...named, folded: named.text.split(/\s+/).map(fold).join(' ') };
}

/** Languages a note may be written in, which has none of its own. */
const SPOKEN = ['fr', 'en'];

/**
 * What a query wants of a short text: its words and phrases, of which words need not be in any
 * paragraph. Nothing where it asks for what only paragraphs have (a number, a language, a tag).
 */
function wishesOf(query: string, { languages, vocabulary }: Terrain): Concept[] {
  const spoken = [...new Set([...SPOKEN, ...languages])];
  const wishes: Concept[] = [];
  for (const node of parseQuery(query)) {
    if (node.type === 'phrase' || node.type === 'symbol') {
      wishes.push(phrase([node.text], vocabulary));
    } else if (node.type === 'word') {
      const forms = cut(node.text).map(({ form }) => form);
      for (const form of forms) {
        if (SPOKEN.some((language) => analyse(language, form).stop)) continue;
        const open = node.form === 'prefix' || (node.open && form === forms.at(-1));
        const word = plainWord(form, spoken, vocabulary);
        wishes.push({
          ...word,
          stems: new Map(spoken.map((one) => [analyse(one, form).stem, WEIGHTS.stem])),
          prefix: open && [...form].length > 2 ? prefixWord(form, 0).prefix : null,
        });
      }
    } else return [];
  }
  return wishes;
}

type LookedText = Named & { readonly matches: readonly Match[] };

/** One query's way through short texts. */
class Looked {
  private readonly matcher: Matcher;
  private readonly beginnings: readonly (readonly string[])[];

  constructor(wishes: readonly Concept[]) {
    this.matcher = new Matcher(wishes, WEIGHTS.prefix);
    this.beginnings = wishes.map(beginningsOf);
  }

  get wordless(): boolean {
    return this.beginnings.length === 0;
  }

  through(texts: readonly Kept[]): LookedText[] {
    const needed = Math.ceil(this.beginnings.length * SHARE);
    const found: (LookedText & { score: number })[] = [];
    for (const text of texts) {
      const likely = this.beginnings.filter((any) =>
        any.some((part) => text.folded.includes(part)),
      );
      if (likely.length < needed) continue;
      const languages = text.language === 'und' ? SPOKEN : [text.language];
      const matches = languages
        .map((language) => this.matcher.matches(readText(text.text, language)))
        .reduce((best, one) => (one.length > best.length ? one : best), []);
      const there = new Set(matches.map(({ concept }) => concept)).size;
      if (there < needed) continue;
      const worth = matches.reduce((sum, match) => sum + match.worth, 0);
      found.push({ ...text, matches, score: there * 100 + worth - text.text.length / 1_000 });
    }
    return found.sort((left, right) => right.score - left.score).slice(0, MOST);
  }
}

/** Beginnings one of which any word that satisfies a concept has. */
function beginningsOf(concept: Concept): string[] {
  const words = [
    ...concept.folds.keys(),
    ...concept.stems.keys(),
    ...concept.sequences.map(({ words: [first = ''] }) => first),
  ];
  return words.filter((word) => word !== '').map((word) => word.slice(0, BEGINNING));
}
