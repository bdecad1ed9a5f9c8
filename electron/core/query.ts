/**
 * The query language: words, "phrases", -not, OR, parentheses, prefix*, fuzzy~, NEAR, fields,
 * paragraph numbers and symbols. Reading a query never fails: what is no clause is text.
 */
import { isSymbol, listNumbers, readNumbers } from './queryNumbers.ts';

/** In which order hits come: 'reading' is document by document; any but relevance, of the best ones. */
export const SEARCH_ORDERS = ['relevance', 'newest', 'oldest', 'reading'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

export const QUERY_FIELDS = ['tag', 'in', 'lang', 'year', 'by', 'kind', 'para', 'has'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Field names as typed, in English and French. */
const FIELD_NAMES: Readonly<Record<string, QueryField>> = {
  tag: 'tag',
  étiquette: 'tag',
  etiquette: 'tag',
  in: 'in',
  dans: 'in',
  lang: 'lang',
  langue: 'lang',
  language: 'lang',
  year: 'year',
  année: 'year',
  annee: 'year',
  an: 'year',
  by: 'by',
  par: 'by',
  kind: 'kind',
  type: 'kind',
  para: 'para',
  parag: 'para',
  has: 'has',
  avec: 'has',
};

/** The field a name stands for, in English or French; null for a name of none. */
export function fieldNamed(name: string): QueryField | null {
  return FIELD_NAMES[name.toLowerCase()] ?? null;
}

export type QueryWord = {
  readonly type: 'word';
  readonly text: string;
  readonly form: 'plain' | 'prefix' | 'fuzzy';
  /** True for the last word of a query that does not end in a space: still being typed. */
  readonly open: boolean;
};
export type QueryPhrase = { readonly type: 'phrase'; readonly text: string };
export type QueryNode =
  | QueryWord
  | QueryPhrase
  /** Both sides within `distance` words of each other, in any order. */
  | { readonly type: 'near'; readonly nodes: readonly QueryNode[]; readonly distance: number }
  | { readonly type: 'numbers'; readonly numbers: readonly string[]; readonly text: string }
  | { readonly type: 'symbol'; readonly text: string }
  | { readonly type: 'field'; readonly name: QueryField; readonly value: string }
  | { readonly type: 'not'; readonly node: QueryNode }
  /** OR: one of them must hold. */
  | { readonly type: 'any'; readonly nodes: readonly QueryNode[] }
  /** A group in parentheses: all of them must hold. */
  | { readonly type: 'all'; readonly nodes: readonly QueryNode[] };

type Token =
  | { readonly type: 'node'; readonly node: QueryNode }
  | { readonly type: 'open' | 'close' | 'not' | 'or' }
  | { readonly type: 'near'; readonly distance: number };

const NEAR_DISTANCE = 10;
const QUOTES: Readonly<Record<string, string>> = { '"': '"“”', '“': '"”', '«': '»', '„': '“”"' };
/** Deeper nesting is read as text: no query may exhaust the stack. */
const DEEPEST = 20;

/**
 * The clauses of a query, in order. At the top level plain words are wished for (more of them rank
 * higher), while phrases, groups, NEAR and fields must hold.
 */
export function parseQuery(query: string): QueryNode[] {
  return flatten(new Reader(read(query)).list(0));
}

/** Nodes one level deep: a group in parentheses at the top is no different from its members. */
function flatten(nodes: readonly QueryNode[]): QueryNode[] {
  return nodes.flatMap((node) => (node.type === 'all' ? flatten(node.nodes) : [node]));
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  list(depth: number): QueryNode[] {
    const nodes: QueryNode[] = [];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at];
      if (token === undefined) break;
      if (token.type === 'close') {
        if (depth > 0) break;
        this.at++;
        continue;
      }
      if (token.type === 'or' || token.type === 'near') {
        this.at++;
        const left = nodes.pop();
        const right = this.one(depth);
        if (left === undefined || right === null) {
          // Nothing on one side: the operator says nothing.
          for (const side of [left, right])
            if (side !== null && side !== undefined) nodes.push(side);
          continue;
        }
        nodes.push(join(token, left, right));
        continue;
      }
      const node = this.one(depth);
      if (node !== null) nodes.push(node);
    }
    return nodes;
  }

  private one(depth: number): QueryNode | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.type === 'close') return null;
    this.at++;
    if (token.type === 'node') return token.node;
    if (token.type === 'not') {
      const node = this.one(depth);
      if (node === null) return null;
      return node.type === 'not' ? node.node : { type: 'not', node };
    }
    if (token.type === 'open') {
      if (depth >= DEEPEST) return this.one(depth);
      const nodes = this.list(depth + 1);
      if (this.tokens[this.at]?.type === 'close') this.at++;
      const [only] = nodes;
      if (only === undefined) return null;
      return nodes.length === 1 ? only : { type: 'all', nodes };
    }
    return this.one(depth);
  }
}

function join(token: Token, left: QueryNode, right: QueryNode): QueryNode {
  if (token.type === 'near') {
    if (left.type === 'near') return { ...left, nodes: [...left.nodes, right] };
    return { type: 'near', nodes: [left, right], distance: token.distance };
  }
  const sides = left.type === 'any' ? left.nodes : [left];
  return { type: 'any', nodes: [...sides, right] };
}

function read(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let fresh = true; // at the start of a word: only there do signs mean something
  const push = (node: QueryNode): void => void tokens.push({ type: 'node', node });
  while (at < query.length) {
    const sign = query[at] ?? '';
    if (/\s/.test(sign)) {
      at++;
      fresh = true;
      continue;
    }
    const numbers = fresh ? readNumbers(query, at) : null;
    if (numbers !== null) {
      push({ type: 'numbers', numbers: numbers.numbers, text: query.slice(at, numbers.end) });
      at = numbers.end;
      continue;
    }
    const closing = QUOTES[sign];
    if (closing !== undefined) {
      const end = endOfPhrase(query, at + 1, closing);
      if (end > at + 1) push({ type: 'phrase', text: query.slice(at + 1, end).trim() });
      at = end < 0 ? at + 1 : end + 1;
      fresh = true;
      continue;
    }
    if (sign === '(' || sign === ')') {
      tokens.push({ type: sign === '(' ? 'open' : 'close' });
      at++;
      fresh = true;
      continue;
    }
    if (fresh && sign === '-' && /[^\s-]/.test(query[at + 1] ?? ' ')) {
      tokens.push({ type: 'not' });
      at++;
      continue;
    }
    const end = endOfWord(query, at);
    const text = query.slice(at, end);
    at = end;
    fresh = false;
    const field = readField(query, text, at);
    if (field !== null) {
      push(field.node);
      at = field.end;
    } else if (text === 'OR') tokens.push({ type: 'or' });
    else if (/^NEAR(\/\d{1,3})?$/.test(text)) {
      const distance = text.length > 5 ? Number(text.slice(5)) : NEAR_DISTANCE;
      tokens.push({ type: 'near', distance });
    } else push(readWord(text, at === query.length));
  }
  return tokens;
}

function readWord(text: string, open: boolean): QueryNode {
  const stripped = text.replace(/[,;:.]+$/, '');
  if (isSymbol(stripped)) return { type: 'symbol', text: stripped };
  const [, bare = text, sign = ''] = /^(.*?[\p{L}\p{N}])(\*|~[12]?)$/u.exec(text) ?? [];
  const form = sign === '' ? 'plain' : sign === '*' ? 'prefix' : 'fuzzy';
  return { type: 'word', text: bare, form, open: open && form === 'plain' };
}

function readField(
  query: string,
  text: string,
  end: number,
): { node: QueryNode; end: number } | null {
  const colon = text.indexOf(':');
  const name = FIELD_NAMES[text.slice(0, Math.max(colon, 0)).toLowerCase()];
  if (name === undefined) return null;
  let value = text.slice(colon + 1);
  let stop = end;
  const closing = QUOTES[query[end] ?? ''];
  if (value === '' && closing !== undefined) {
    stop = endOfPhrase(query, end + 1, closing);
    if (stop < 0) return null;
    value = query.slice(end + 1, stop).trim();
    stop++;
  } else if (name === 'para' && query[end] === '(') {
    const [more = ''] = /^(?:\(\p{L}{1,4}\))+/u.exec(query.slice(end)) ?? [];
    value += more;
    stop += more.length;
  }
  if (value === '') return null;
  if (name === 'para') {
    const numbers = listNumbers(value);
    if (numbers.length === 0) return null;
    value = numbers.join(',');
  }
  return { node: { type: 'field', name, value }, end: stop };
}

function endOfPhrase(query: string, from: number, closing: string): number {
  for (let at = from; at < query.length; at++) if (closing.includes(query[at] ?? '')) return at;
  return -1;
}

function endOfWord(query: string, from: number): number {
  let at = from;
  while (at < query.length && !/[\s"“”«»„()]/.test(query[at] ?? '')) at++;
  return Math.max(at, from + 1);
}
