/** `export`: notes and tagged passages as a file, or on standard output. */
import { resolve } from 'node:path';
import type { ExportScope } from '../contract/scope.ts';
import type { ExportCount } from '../contract/views.ts';
import { EXPORT_FORMATS } from '../core/export.ts';
import type { ExportFormat } from '../core/export.ts';
import type { Archive } from '../archive/index.ts';
import { CommandError, EXIT, wrongUsage } from './command.ts';
import type { Command, Given } from './command.ts';
import { findDocument } from './documents.ts';
import { withLibrary } from './library.ts';

export const exportCommand: Command = {
  name: 'export',
  takes: '',
  summary: 'write notes and tagged passages to a file',
  about: [
    'Without --document or --tag: those of the whole library. Private ones stay behind unless asked',
    'for with --private; what goes out and what stays is told. Formats: md (Markdown), csv (opens in',
    'Excel), html, w3c (Web Annotations as JSON-LD; "annotate" brings them back).',
  ].join('\n'),
  options: {
    format: { type: 'string', value: 'md|csv|html|w3c', says: 'the format; always needed' },
    out: { type: 'string', value: 'PATH', says: 'the file to write; always needed' },
    document: {
      type: 'string',
      value: 'DOCUMENT',
      says: 'of one document: id, start of it, or file',
    },
    tag: { type: 'string', value: 'TAG', says: 'with this tag or one below it: its name or path' },
    private: { type: 'boolean', says: 'private notes too' },
    language: { type: 'string', value: 'fr|en', says: 'of references and headings; default fr' },
  },
  count: [0, 0],
  run: (given, host, output) => {
    const format = oneOf(given, 'format', EXPORT_FORMATS);
    const language =
      given.text('language') === undefined ? 'fr' : oneOf(given, 'language', ['fr', 'en'] as const);
    const out = given.text('out');
    if (out === undefined || out === '') throw wrongUsage('Say where to with --out PATH.');
    const path = resolve(host.standingIn, out);
    return withLibrary(given, host, { create: false }, async (archive) => {
      const scope = await scopeOf(given, archive);
      const asked = { scope, private: given.flag('private') };
      const count = await archive.call(
        'exports.write',
        { path, format, language, ...asked },
        'host',
      );
      output.row({ path, format, ...count }, () => `${told(count)} ${path}`);
      return EXIT.done;
    });
  },
};

function oneOf<T extends ExportFormat | 'fr' | 'en'>(
  given: Given,
  option: string,
  among: readonly T[],
): T {
  const text = given.text(option);
  const found = among.find((one) => one === text);
  if (found !== undefined) return found;
  throw wrongUsage(
    `--${option} wants one of ${among.join(', ')}${text === undefined ? '' : `, not "${text}"`}.`,
  );
}

async function scopeOf(given: Given, archive: Archive): Promise<ExportScope> {
  const [document, tag] = [given.text('document'), given.text('tag')];
  if (document !== undefined && tag !== undefined) {
    throw wrongUsage('--document and --tag do not go together; give one of them.');
  }
  if (document !== undefined) {
    return { type: 'document', id: (await findDocument(archive, document)).id };
  }
  if (tag === undefined) return { type: 'library' };
  return { type: 'tag', id: await findTag(archive, tag), children: true };
}

/** A tag by its name, in either language, or by its path: 'Parent › Child' or 'Parent/Child'. */
async function findTag(archive: Archive, wanted: string): Promise<string> {
  const tags = await archive.call('tags.list', {}, 'host');
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const steps = wanted.split(/\s*[›/]\s*/u).map((step) => step.toLowerCase());
  const matches = tags.filter((tag) => {
    let at: (typeof tags)[number] | undefined = tag;
    for (const step of steps.toReversed()) {
      const names: string[] = at === undefined ? [] : [at.name, at.nameFr, at.nameEn];
      if (!names.some((name) => name.toLowerCase() === step)) return false;
      at = byId.get(at?.parentId ?? '');
    }
    return true;
  });
  const [only, other] = matches;
  if (only === undefined) throw new CommandError(EXIT.someFailed, `There is no tag "${wanted}".`);
  if (other !== undefined) {
    throw new CommandError(EXIT.someFailed, `Several tags are called "${wanted}"; give the path.`);
  }
  return only.id;
}

function told({ notes, out, wholes, documents }: ExportCount): string {
  const left = notes - out;
  const parts = [
    `${out} of ${notes} notes`,
    left === 0 ? '' : `${left} private left behind (--private takes them along)`,
    wholes === 0 ? '' : `${wholes} tags on whole documents`,
  ].filter((part) => part !== '');
  return `${parts.join(', ')}, from ${documents} documents:`;
}
