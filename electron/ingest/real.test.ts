/** Real documents that lie beside the repository on some machines; skipped where they do not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../core/canonical.ts';
import { isParagraph, type DocumentDraft } from '../core/document.ts';
import { toFault } from '../core/fault.ts';
import { parseDocument } from './index.ts';

const shared = join(import.meta.dirname, '..', '..', '..', 'shared');
const documents = join(shared, 'documents');
const pdfs = join(shared, 'pdfs');

const engine = join(import.meta.dirname, '../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
const pdfium = (): Promise<Uint8Array> => Promise.resolve(readFileSync(engine));

async function draftOf(folder: string, name: string): Promise<DocumentDraft> {
  return parseDocument(new Uint8Array(readFileSync(join(folder, name))), { name, pdfium });
}

interface Expected {
  readonly language: string;
  readonly body?: string;
  readonly kind?: string;
  readonly date: string | null;
  readonly sections?: readonly string[];
  readonly contains?: readonly string[];
  readonly also_contains_language?: string;
}

function expectations(): [string, Expected][] {
  const file = join(documents, 'expectations.json');
  if (!existsSync(file)) return [['none', { language: 'und', date: null }]];
  const { documents: all } = JSON.parse(readFileSync(file, 'utf8')) as {
    documents: Record<string, Expected>;
  };
  return Object.entries(all).filter(([name]) => !name.endsWith('-scan'));
}

describe.skipIf(!existsSync(documents))('one text in six formats', () => {
  it.each(expectations())('%s', async (name, expected) => {
    const drafts = await Promise.all(
      ['html', 'docx', 'odt', 'epub', 'txt', 'pdf'].map((format) =>
        draftOf(documents, `${name}.${format}`),
      ),
    );
    const [page] = drafts;
    const titles = new Set(drafts.map(({ title }) => foldedText(title ?? '')));
    for (const draft of drafts) {
      expect(draft.language).toBe(expected.language);
      expect(draft.metadata.date).toBe(expected.date);
      expect(draft.metadata.body).toBe(expected.body);
      const text = draft.blocks
        .filter(({ kind }) => isParagraph(kind))
        .map((block) => block.text)
        .join('\n');
      for (const words of expected.contains ?? [])
        expect(text.replace(/[’]/gu, "'")).toContain(words.replace(/[’]/gu, "'"));
      expect(headings(draft)).toEqual(expect.arrayContaining([...(expected.sections ?? [])]));
      if (expected.also_contains_language !== undefined) {
        expect(draft.blocks.map(({ language }) => language)).toContain(
          expected.also_contains_language,
        );
      }
      expect(paragraphs(draft, titles)).toEqual(page === undefined ? [] : paragraphs(page, titles));
      expect(headings(draft)).toEqual(page === undefined ? [] : headings(page));
    }
    if (expected.kind !== undefined) expect(page?.metadata.kind).toBe(expected.kind);
  });

  it('says that a scan has no text', async () => {
    await expect(draftOf(documents, 'ohchr-gmg-scan.pdf')).rejects.toMatchObject({
      code: 'no-text',
    });
  });
});

/** Words of each paragraph; which of the formats shows a subtitle as the title may differ. */
function paragraphs({ blocks }: DocumentDraft, titles: ReadonlySet<string>): string[] {
  return blocks
    .filter(({ kind }) => isParagraph(kind))
    .map(({ text }) => foldedText(text).replace(/inter agences/gu, 'interagences'))
    .filter((text) => !titles.has(text));
}

function headings({ blocks }: DocumentDraft): string[] {
  return blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
}

interface Numbered {
  readonly pages: number;
  readonly numbered_paragraphs: readonly { readonly from: number; readonly to: number }[];
}

function resolutions(): [string, Numbered][] {
  const file = join(pdfs, 'numbering.json');
  if (!existsSync(file)) return [['none', { pages: 0, numbered_paragraphs: [] }]];
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Numbered>);
}

describe.skipIf(!existsSync(pdfs))('resolutions of the General Assembly', () => {
  it.each(resolutions())('%s', async (name, expected) => {
    const draft = await draftOf(pdfs, name);
    const wanted = expected.numbered_paragraphs.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, at) => String(from + at)),
    );
    const read = draft.blocks.filter(({ kind }) => isParagraph(kind));
    expect(draft.pages).toBe(expected.pages);
    expect(
      read.flatMap(({ number }) => (number === null || number.includes('(') ? [] : [number])),
    ).toEqual(wanted);
    expect(draft.metadata).toMatchObject({
      symbol: /A\/RES\/73\/[67]/u.exec(name.replace(/_/gu, '/'))?.[0],
      kind: 'adopted-text',
      body: 'UNGA',
      date: '2018-10-31',
    });
    const clutter = /\d{2}-\d{5}|^\d+\/\d+$|Distr\.|Agenda item \d|United Nations A\/RES|____/u;
    expect(read.filter(({ text }) => clutter.test(text))).toEqual([]);
  });
});

describe.skipIf(!existsSync(pdfs))('guides that ship', () => {
  const guides = join(import.meta.dirname, '..', '..', 'resources', 'guides');
  const names = existsSync(guides)
    ? readdirSync(guides, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.md'))
    : [];
  it.skipIf(names.length === 0)('are numbered without a gap', async () => {
    for (const name of names) {
      const draft = await draftOf(guides, name);
      expect([name, draft.report.gaps, draft.title === null]).toEqual([name, [], false]);
      expect(draft.report.numbers).toBeGreaterThan(7);
    }
  });
});

const formats = join(shared, 'formats');

/** Files without any text in them, and formats that are told how to be converted. */
const REFUSED: Readonly<Record<string, string>> = {
  'pandoc__reference-depth.pptx': 'no-words',
  'tika__testMasterFooter.odp': 'no-words',
  'tika__testODPMacro.odp': 'no-words',
  'tika__testWORD_multi_authors.docx': 'no-words',
};
const LEGACY: Readonly<Record<string, string>> = { doc: 'type-old-word', ppt: 'type-old-slides' };

describe.skipIf(!existsSync(formats))('files of many programs', () => {
  it.each(['docx', 'odt', 'rtf', 'epub', 'pptx', 'odp', 'doc', 'ppt'])('%s', async (format) => {
    const folder = join(formats, format);
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder)) {
      const wanted = LEGACY[format] ?? REFUSED[name] ?? 'draft';
      const found = await draftOf(folder, name).then(
        () => 'draft',
        (error: unknown) => toFault(error).code,
      );
      expect([name, found]).toEqual([name, wanted]);
    }
  });

  it('text where a file shows a trait of its format', async () => {
    const textOf = async (...path: string[]): Promise<string> => {
      const { blocks } = await draftOf(join(formats, path[0] ?? ''), path[1] ?? '');
      return blocks.map(({ text }) => text).join('\n');
    };
    expect(await textOf('rtf', 'tika__testRTFUmlautSpaces.rtf')).toBe('\u00dcbersicht');
    expect(await textOf('rtf', 'unrtf__Greek2.rtf')).toContain('\u0392- Beta');
    expect(await textOf('odt', 'pandoc__referenceToChapter.odt')).toContain('reference to A');
    expect(await textOf('pptx', 'pandoc__output.pptx')).toContain('does it have a footer?');
    expect(await textOf('epub', 'pandoc__wasteland.epub')).toContain('April is the cruellest');
  });
});
