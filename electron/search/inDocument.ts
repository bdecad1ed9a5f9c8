/**
 * Finding words in the document that is open: an in-memory lunr index of its paragraphs, kept for
 * the last few documents, with the same analysis as the archive's index.
 */
import lunr from 'lunr';
import { isParagraph } from '../core/document.ts';
import type { Block } from '../core/document.ts';
import { parseQuery } from '../core/query.ts';
import type { QueryNode } from '../core/query.ts';
import { analyse } from './analysis.ts';
import type { FoundInDocument } from './answers.ts';
import { fold } from './fold.ts';
import { merged } from './snippets.ts';
import type { Store } from './store.ts';
import { cut } from './words.ts';

/** Documents whose index is kept. */
const KEPT = 3;

interface OpenDocument {
  readonly index: lunr.Index;
  readonly languages: readonly string[];
  readonly order: ReadonlyMap<string, number>;
}

export type DocumentIndexes = Map<string, OpenDocument>;

/** Positions lunr reports, [start, length], by field. */
type Positions = Readonly<Record<string, { readonly position?: readonly (readonly number[])[] }>>;

/** Paragraphs with all the words if any has them all, else with any of them, in reading order. */
export function findInDocument(
  store: Store,
  indexes: DocumentIndexes,
  documentId: string,
  query: string,
  languages: readonly string[],
): FoundInDocument[] {
  const wishes = wishesOf(parseQuery(query), languages);
  if (wishes.length === 0) return [];
  const open = opened(store, indexes, documentId);
  const found = new Map<string, { marks: [number, number][]; wishes: number }>();
  for (const terms of wishes) {
    const hits = open.index.query((ask) => {
      for (const { text, field, wildcard, edits } of terms) {
        ask.term(text, {
          fields: [field],
          usePipeline: false,
          ...(wildcard ? { wildcard: lunr.Query.wildcard.TRAILING } : {}),
          ...(edits > 0 ? { editDistance: edits } : {}),
        });
      }
    });
    for (const { ref, matchData } of hits) {
      const entry = found.get(ref) ?? { marks: [], wishes: 0 };
      entry.wishes++;
      for (const fields of Object.values(matchData.metadata as Record<string, Positions>)) {
        for (const { position } of Object.values(fields)) {
          for (const [start = 0, length = 0] of position ?? []) {
            entry.marks.push([start, start + length]);
          }
        }
      }
      found.set(ref, entry);
    }
  }
  const all = [...found].filter(([, { wishes: count }]) => count === wishes.length);
  return (all.length > 0 ? all : [...found])
    .sort(([left], [right]) => (open.order.get(left) ?? 0) - (open.order.get(right) ?? 0))
    .map(([paragraphId, { marks }]) => ({
      paragraphId,
      marks: merged(
        marks.map(([start, end]) => ({ start, end, concept: 0, word: 0, length: 1, worth: 1 })),
      ),
    }));
}

interface LunrTerm {
  readonly text: string;
  readonly field: 'exact' | 'stem';
  readonly wildcard: boolean;
  readonly edits: number;
}

/** Each wished word with the terms that satisfy it; stop words only count when alone. */
function wishesOf(nodes: readonly QueryNode[], languages: readonly string[]): LunrTerm[][] {
  const wishes: { terms: LunrTerm[]; stop: boolean }[] = [];
  const add = (text: string, wildcard: boolean, edits: number, stems: boolean): void => {
    for (const { form } of cut(text)) {
      const terms: LunrTerm[] = [{ text: fold(form), field: 'exact', wildcard, edits }];
      let stop = false;
      for (const language of stems ? languages : []) {
        const term = analyse(language, form);
        stop ||= term.stop;
        terms.push({ text: term.stem, field: 'stem', wildcard: false, edits: 0 });
      }
      wishes.push({ terms, stop });
    }
  };
  const walk = (node: QueryNode): void => {
    if (node.type === 'word') {
      const open = node.open && node.text.length > 1;
      const edits = node.form === 'fuzzy' ? (node.text.length < 8 ? 1 : 2) : 0;
      add(node.text, open || node.form === 'prefix', edits, node.form === 'plain');
    } else if (node.type === 'phrase' || node.type === 'symbol') add(node.text, false, 0, false);
    else if (node.type === 'numbers') add(node.numbers.join(' '), false, 0, false);
    else if ('nodes' in node) node.nodes.forEach(walk);
  };
  nodes.forEach(walk);
  const telling = wishes.filter(({ stop }) => !stop);
  return (telling.length > 0 ? telling : wishes).map(({ terms }) => terms);
}

function opened(store: Store, indexes: DocumentIndexes, documentId: string): OpenDocument {
  const known = indexes.get(documentId);
  if (known !== undefined) return known;
  const blocks = store.blocks(documentId);
  const document: OpenDocument = {
    index: build(blocks),
    languages: [...new Set(blocks.map(({ language }) => language))],
    order: new Map(blocks.map(({ id, ordinal }) => [id, ordinal])),
  };
  const [oldest] = indexes.keys();
  if (indexes.size >= KEPT && oldest !== undefined) indexes.delete(oldest);
  indexes.set(documentId, document);
  return document;
}

function build(blocks: readonly Block[]): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.field('exact');
  builder.field('stem');
  builder.metadataWhitelist = ['position'];
  let language = 'und';
  let stems = false;
  // lunr asks for one field after the other: `stems` tells which.
  builder.tokenizer = Object.assign(
    (text: string | object | object[] | null | undefined) => tokens(String(text), language, stems),
    { separator: / / },
  );
  for (const block of blocks) {
    if (!isParagraph(block.kind)) continue;
    language = block.language;
    stems = false;
    const fields = {
      id: block.id,
      exact: block.text,
      get stem(): string {
        stems = true;
        return block.text;
      },
    };
    builder.add(fields);
  }
  return builder.build();
}

function tokens(text: string, language: string, stems: boolean): lunr.Token[] {
  const found: lunr.Token[] = [];
  for (const { start, end, form, other } of cut(text)) {
    const position = [start, end - start];
    for (const spelling of other === null ? [form] : [form, other]) {
      const term = analyse(language, spelling);
      if (term.fold === '') continue;
      found.push(new lunr.Token(stems ? term.stem : term.fold, { position }));
    }
  }
  return found;
}
