/**
 * `import`: files and folders into the library, each result printed as it comes; a stop signal
 * ends it between two files with everything done so far kept.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportItem } from '../contract/views.ts';
import { EXIT, wholeNumber, wrongUsage } from './command.ts';
import type { Command, Given, StopSignal } from './command.ts';
import { needWritable, withLibrary } from './library.ts';
import { languagesAsked, needLanguages, scans } from './scans.ts';
import { sentenceFor } from './sentences.ts';

/** What a shell expects of a program that a signal ended: 128 + the signal's number. */
const STOPPED: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143 };

export const importCommand: Command = {
  name: 'import',
  takes: 'PATH...',
  summary: 'add files, or folders with all below them',
  about: [
    'Reads PDF, DOCX, ODT, RTF, EPUB, HTML, MHTML, PPTX, ODP, EML, TXT, Markdown, *.passages.tsv and',
    'ZIP archives of these. Makes the library when there is none.',
    'Each file ends as added, unchanged, replaced, skipped (in a folder, and no document) or failed.',
    'Ctrl+C stops; what was added stays.',
  ].join('\n'),
  options: {
    jobs: { type: 'string', value: 'N', says: 'files read at the same time (default 1)' },
    timeout: { type: 'string', value: 'S', says: 'seconds one file may take (default 120)' },
    'password-file': {
      type: 'string',
      value: 'FILE',
      says: "open locked PDFs with the password on FILE's first line; it is kept nowhere",
    },
    ocr: {
      type: 'string',
      value: 'LANGS',
      says: 'read scans and photos in these languages (default fra+eng), or off',
    },
    'ocr-data': {
      type: 'string',
      value: 'DIR',
      says: 'folder with data for more languages: ara.traineddata, spa.traineddata.gz',
    },
  },
  count: [1, Infinity],
  run: async (given, host, output) => {
    const jobs = wholeNumber(given, 'jobs', 1, 16, 1);
    const timeout = wholeNumber(given, 'timeout', 1, 3600, 120);
    const languages = languagesAsked(given);
    const password = passwordIn(given, host.standingIn);
    const paths = given.positionals.map((path) => resolve(host.standingIn, path));
    const counts = new Map<ImportItem['status'], number>();
    let stopped: StopSignal | null = null;
    let ended = (): void => undefined;
    const end = new Promise<void>((done) => (ended = done));
    const print = (item: ImportItem): void => {
      counts.set(item.status, (counts.get(item.status) ?? 0) + 1);
      output.row(rowOf(item), () => lineOf(item));
    };
    const scanned = scans(languages, print);
    const ocrData = given.text('ocr-data');
    const options = {
      create: true,
      jobs,
      ocrData: ocrData === undefined ? null : resolve(host.standingIn, ocrData),
      onEvent: (event: Parameters<NonNullable<Parameters<typeof host.open>[1]['onEvent']>>[0]) => {
        scanned.heard(event);
        if (event.event === 'imported' && !scanned.held(event.item)) print(event.item);
        if (event.event === 'import' && !event.state.running) ended();
      },
    };
    await withLibrary(given, host, options, async (archive) => {
      await needWritable(archive, given.library);
      await needLanguages(archive, languages);
      const release = host.onStop((signal) => {
        stopped = signal;
        void archive.call('imports.cancel', {}, 'host');
        void archive.call('ocr.cancel', {}, 'host');
      });
      try {
        const state = await archive.call(
          'imports.add',
          { paths, jobs, timeout, ...password },
          'host',
        );
        if (state.running) await end;
        await scanned.read(archive, () => stopped !== null);
      } finally {
        release();
      }
    });
    output.remark(summaryOf(counts));
    if (stopped !== null) {
      host.err('Stopped; what was added stays in the library.');
      return STOPPED[stopped];
    }
    return counts.has('failed') ? EXIT.someFailed : EXIT.done;
  },
};

/** The password on the first line of the file named: as an argument, others would see it. */
function passwordIn(given: Given, standingIn: string): { readonly password?: string } {
  const name = given.text('password-file');
  if (name === undefined) return {};
  let text: string;
  try {
    text = readFileSync(resolve(standingIn, name), 'utf8');
  } catch {
    throw wrongUsage(`The file "${name}" of --password-file cannot be read; check its name.`);
  }
  const [password = ''] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (password === '') throw wrongUsage(`The first line of "${name}" holds no password.`);
  return { password };
}

function rowOf(item: ImportItem): object {
  const { path, status, documentId, previousDocumentId, format, language } = item;
  const { pages, paragraphs, ms, fault } = item;
  return {
    path,
    status,
    documentId,
    previousDocumentId,
    format,
    language,
    pages,
    paragraphs,
    ms: Math.round(ms),
    fault,
  };
}

function lineOf(item: ImportItem): string {
  const start = `${item.status.padEnd(9)}  ${item.name}`;
  if (item.fault !== null && item.status !== 'skipped') {
    return `${start}: ${sentenceFor(item.fault)}`;
  }
  if (item.status === 'skipped')
    return `${start}: ${item.partOf === undefined ? 'no document' : `part of ${item.partOf}`}`;
  const facts = [
    item.format ?? '',
    item.language ?? '',
    item.pages === null ? '' : counted(item.pages, 'page'),
    counted(item.paragraphs, 'paragraph'),
    item.fileNotes === 0 ? '' : counted(item.fileNotes, 'note') + ' from the file',
    item.copyOf === null ? '' : `same text as “${item.copyOf}”`,
    `${(item.ms / 1000).toFixed(1)} s`,
  ];
  return `${start}: ${facts.filter((fact) => fact !== '').join(', ')}`;
}

function summaryOf(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].map(([status, count]) => `${count} ${status}`);
  return parts.length === 0 ? 'No file found.' : `${parts.join(', ')}.`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
