/** `*.passages.tsv`: lines of id, language and text; one paragraph a line, numbered by its id. */
import { canonicalText } from '../core/canonical.ts';
import type { DocumentDraft, DraftBlock } from '../core/document.ts';
import { FaultError } from '../core/fault.ts';
import { decodeText } from './decode.ts';
import { languageOf, primaryLanguage } from './language.ts';
import { within, type Limits } from './limits.ts';

/** Draft of a passages file. @throws FaultError `damaged` with the line's number where one has no text. */
export function passagesDraft(bytes: Uint8Array, limits: Limits, extractor: string): DocumentDraft {
  const blocks: DraftBlock[] = [];
  const counts = new Map<string, number>();
  decodeText(bytes)
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .forEach((line, at) => {
      if (line.trim() === '') return;
      const [id = '', tag = '', ...rest] = line.split('\t');
      if (rest.length === 0 || id.trim() === '') throw new FaultError('damaged', `line ${at + 1}`);
      const text = canonicalText(rest.join(' '));
      const language = primaryLanguage(tag) ?? languageOf(text);
      counts.set(language ?? 'und', (counts.get(language ?? 'und') ?? 0) + 1);
      blocks.push({
        kind: 'paragraph',
        text,
        number: id.trim(),
        marker: null,
        part: 'body',
        page: null,
        language,
      });
    });
  if (blocks.length === 0) throw new FaultError('no-words', 'passages');
  within(limits, 'blocks', blocks.length);
  const language = [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 'und';
  return {
    format: 'passages',
    title: null,
    language,
    pages: null,
    metadata: { symbol: null, date: null, kind: null, body: null },
    blocks: blocks.map((block) =>
      block.language === language ? { ...block, language: null } : block,
    ),
    report: { numbers: blocks.length, gaps: [], repairedWords: 0, source: 'digital' },
    extractor,
  };
}
