/** Small documents for this folder's tests: written here, in the manner of the real ones. */
import type { DocumentDraft, DraftBlock } from '../core/document.ts';
import type { SearchResult } from './answers.ts';
import type { Corpus, CorpusRecord } from './index.ts';

/** A block from a line: '# ' opens a section, '12. ' is an official number. */
export function blockOf(line: string): DraftBlock {
  const common = { marker: null, part: 'body', page: null, language: null } as const;
  if (line.startsWith('# ')) {
    return { ...common, kind: 'heading', level: 1, text: line.slice(2), number: null };
  }
  const [, number, text] = /^(\d+(?: \([a-z]\))?)\. (.*)$/.exec(line) ?? [];
  return { ...common, kind: 'paragraph', text: text ?? line, number: number ?? null };
}

export function draftOf(language: string, lines: readonly string[]): DocumentDraft {
  return {
    format: 'txt',
    title: null,
    language,
    pages: null,
    metadata: { symbol: null, date: null, kind: null, body: null },
    blocks: lines.map(blockOf),
    report: { numbers: 0, gaps: [], repairedWords: 0, source: 'digital' },
    extractor: 'test-1',
  };
}

export function recordOf(
  documentId: string,
  language: string,
  fields: Partial<CorpusRecord> = {},
): CorpusRecord {
  return {
    documentId,
    originalHash: `hash of ${documentId}`,
    correctionMark: 0,
    title: documentId,
    originalName: `${documentId}.txt`,
    language,
    kind: 'other',
    body: '',
    date: '',
    symbol: '',
    collection: '',
    removed: false,
    ...fields,
  };
}

/** Puts a document of these lines into the corpus. */
export function put(
  corpus: Corpus,
  documentId: string,
  language: string,
  lines: readonly string[],
  fields: Partial<CorpusRecord> = {},
): void {
  corpus.putDocument(recordOf(documentId, language, fields), draftOf(language, lines), null);
}

export function ask(corpus: Corpus, query: string): SearchResult {
  return corpus.search({ query, limit: 20, unexpanded: [], guides: 'auto' });
}

/** Texts of the hits, marks in brackets, best first. */
export function marked({ hits }: SearchResult): string[] {
  return hits.map(({ snippet: { text, marks } }) => {
    let shown = '';
    let at = 0;
    for (const [start, end] of marks) {
      shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
      at = end;
    }
    return shown + text.slice(at);
  });
}
