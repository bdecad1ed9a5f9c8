/**
 * `search`: one query with its passages, or a file of queries whose ranking is written as a TREC
 * run, for measuring.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Archive } from '../archive/index.ts';
import type { SearchHit } from '../contract/views.ts';
import { CommandError, EXIT, wholeNumber, wrongUsage } from './command.ts';
import type { Command, Given } from './command.ts';
import type { Output } from './output.ts';
import { withLibrary } from './library.ts';
import { parseQueries, runLines } from './trec.ts';

/** Name of the system in a run. */
const RUN_NAME = 'gmg-archive';

export const searchCommand: Command = {
  name: 'search',
  takes: 'QUERY',
  summary: 'find paragraphs, best first',
  about: [
    'Words, "phrases", -not, OR, prefix* and fuzzy~ work as in the application.',
    'With --queries no QUERY is given: FILE holds one "id<TAB>query" a line, and --run names the',
    'file for the TREC run lines "queryId Q0 paragraph rank score name".',
  ].join('\n'),
  options: {
    limit: {
      type: 'string',
      value: 'N',
      says: 'at most so many paragraphs (default 20; runs 100)',
    },
    lang: { type: 'string', value: 'L', says: "paragraphs in this language only, such as 'fr'" },
    expand: { type: 'boolean', says: 'also find the other names the thesaurus knows' },
    queries: { type: 'string', value: 'FILE', says: 'many queries from a file; needs --run' },
    run: { type: 'string', value: 'OUT', says: 'where the ranking of --queries is written' },
  },
  count: [0, Infinity],
  run: (given, host, output) => {
    const file = given.text('queries');
    const out = given.text('run');
    if ((file === undefined) !== (out === undefined)) {
      throw wrongUsage('--queries FILE and --run OUT are given together.');
    }
    if ((file === undefined) === (given.positionals.length === 0)) {
      throw wrongUsage('Give either a QUERY or --queries FILE.');
    }
    const question = questionOf(given, file === undefined ? 20 : 100);
    return withLibrary(given, host, { create: false }, (archive) =>
      file === undefined || out === undefined
        ? searchOnce(archive, given.positionals.join(' '), question, output)
        : searchMany(archive, resolve(host.standingIn, file), resolve(host.standingIn, out), {
            question,
            output,
          }),
    );
  },
};

interface Question {
  readonly limit: number;
  readonly language?: string;
  readonly unexpanded: string[] | null;
}

/** What every query of this command has in common. @throws CommandError on a wrong option. */
function questionOf(given: Given, usualLimit: number): Question {
  const limit = wholeNumber(given, 'limit', 1, 1_000, usualLimit);
  const unexpanded = given.flag('expand') ? [] : null;
  const language = given.text('lang')?.toLowerCase();
  if (language === undefined) return { limit, unexpanded };
  if (!/^[a-z]{2,3}$/.test(language)) {
    throw wrongUsage(`--lang wants a language code such as 'fr', not "${language}".`);
  }
  return { limit, language, unexpanded };
}

async function searchOnce(
  archive: Archive,
  query: string,
  question: Question,
  output: Output,
): Promise<number> {
  const result = await archive.call('search.query', { query, ...question }, 'host');
  for (const { from, to } of result.expansions) output.remark(`${from}: also ${to.join(', ')}`);
  for (const hit of result.hits) output.row(rowOf(hit), () => lineOf(hit));
  if (result.hits.length === 0) {
    const { suggestion } = result;
    output.remark(`Nothing found.${suggestion === null ? '' : ` Try: ${suggestion}`}`);
  } else if (result.total > result.hits.length) {
    const total = `${result.total}${result.capped ? ' or more' : ''}`;
    output.remark(`${result.hits.length} of ${total}; see more with --limit.`);
  }
  return EXIT.done;
}

function rowOf(hit: SearchHit) {
  const { documentId, title, paragraphId, number, language, score, snippet, source } = hit;
  const found = { documentId, title, paragraphId, number, language, score, snippet: snippet.text };
  return source === 'translation' ? { ...found, source } : found;
}

function lineOf({ title, paragraphId, number, snippet, source }: SearchHit): string {
  const whose = source === 'translation' ? ' (working translation)' : '';
  const place = number === null ? '' : `, para. ${number}`;
  return `${paragraphId}  ${title}${place}${whose}: ${marked(snippet)}`;
}

/** The snippet with its matched words in square brackets: visible without colours. */
function marked({ text, marks }: SearchHit['snippet']): string {
  let line = '';
  let at = 0;
  for (const [start, end] of marks) {
    line += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return line + text.slice(at);
}

async function searchMany(
  archive: Archive,
  file: string,
  target: string,
  { question, output }: { readonly question: Question; readonly output: Output },
): Promise<number> {
  const source = await readFile(file, 'utf8').catch(() => {
    throw wrongUsage(`The queries in ${file} cannot be read; check the path.`);
  });
  const queries = parseQueries(source);
  const documents = await archive.call('documents.list', {}, 'host');
  const passages = new Set(
    documents.filter(({ format }) => format === 'passages').map(({ id }) => id),
  );
  const lines: string[] = [];
  for (const { id, query } of queries) {
    const { hits } = await archive.call('search.query', { query, ...question }, 'host');
    const texts = hits.filter(({ source }) => source === 'text');
    lines.push(...runLines(id, texts, passages, RUN_NAME));
  }
  await writeFile(target, lines.map((line) => `${line}\n`).join('')).catch(() => {
    throw new CommandError(EXIT.someFailed, `${target} cannot be written; check the folder.`);
  });
  const done = { path: target, queries: queries.length, lines: lines.length };
  output.row(done, () => `${queries.length} queries, ${lines.length} lines in ${target}`);
  return EXIT.done;
}
