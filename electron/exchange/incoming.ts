/**
 * W3C Web Annotations as they come in, from this application or another: what is understood of them,
 * in the archive's own terms. Nothing in the file is trusted; what can't be read is counted.
 */
import { z } from 'zod';
import { ANNOTATION_KINDS, FOLLOW_UP_STATUSES, HIGHLIGHT_COLOURS } from '../core/annotation.ts';
import type { AnnotationKind, HighlightColour, KindFields, Selector } from '../core/annotation.ts';
import type { ColourMeaning } from '../core/colour.ts';
import type { OutgoingTag } from './outgoing.ts';
import { MOTIVATIONS } from './w3c.ts';

export interface IncomingTarget {
  readonly source: {
    /** SHA-256 of the original, hex, or null. */
    readonly hash: string | null;
    readonly symbol: string;
    readonly title: string;
    readonly language: string;
    /** The address given, for telling what is missing. */
    readonly address: string;
  };
  /** Null: the document as a whole. `complete`: with our own selector, to be kept as it is. */
  readonly selector: Selector | null;
  readonly complete: boolean;
}

export interface IncomingNote extends KindFields {
  readonly address: string;
  /** The id where it is a UUID, else null: then one is made from the address. */
  readonly id: string | null;
  readonly kind: AnnotationKind;
  readonly colour: HighlightColour | null;
  readonly body: string;
  readonly private: boolean;
  readonly author: { readonly id: string | null; readonly name: string } | null;
  readonly fileAuthor: string | null;
  /** UTC milliseconds, or null where the file has none. */
  readonly created: number | null;
  readonly modified: number | null;
  readonly tags: readonly { readonly id: string | null; readonly path: readonly string[] }[];
  readonly targets: readonly IncomingTarget[];
}

export interface Incoming {
  readonly notes: readonly IncomingNote[];
  readonly tags: readonly OutgoingTag[];
  readonly colours: readonly ColourMeaning[];
  /** Annotations in the file that could not be read. */
  readonly unreadable: number;
}

const name = z.string().max(500);
const words = z.string().max(200_000);
const list = <T extends z.ZodType>(one: T) =>
  z.union([z.array(one).max(2_000), one.transform((value) => [value])]);
const offset = z.int().min(0).max(10_000_000);

const tagEntry = z.object({
  id: z.string(),
  'gmg:parent': z.string().nullable().default(null),
  'gmg:name': name.min(1),
  'gmg:nameFr': name.default(''),
  'gmg:nameEn': name.default(''),
  'gmg:colour': z.enum(HIGHLIGHT_COLOURS).catch('blue'),
  'gmg:description': words.default(''),
  'gmg:include': words.default(''),
  'gmg:exclude': words.default(''),
  'gmg:example': words.default(''),
  'gmg:rule': words.default(''),
  'gmg:memo': words.default(''),
  'gmg:archived': z.boolean().default(false),
  'gmg:scheme': z.string().max(40).default(''),
  'gmg:code': z.string().max(40).default(''),
  'gmg:position': z.int().catch(0),
});

const colourEntry = z.object({
  'gmg:colour': z.enum(HIGHLIGHT_COLOURS),
  'gmg:name': z.string().max(120).default(''),
  'gmg:meaning': z.string().max(120).default(''),
});

const body = z.union([
  z
    .string()
    .max(200_000)
    .transform((value) => ({ value, purpose: undefined, 'gmg:tag': undefined })),
  z.object({
    value: words,
    purpose: z.string().max(100).optional(),
    'gmg:tag': z.string().max(100).optional(),
  }),
]);

const source = z.union([
  z
    .string()
    .max(5_000)
    .transform((id) => ({ id })),
  z.object({
    id: z.string().max(5_000).default(''),
    'dc:title': name.optional(),
    'dc:identifier': name.optional(),
    language: z.string().max(20).optional(),
  }),
]);

const quote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: words.min(1),
  prefix: words.default(''),
  suffix: words.default(''),
});
const paragraph = z.object({
  type: z.literal('gmg:ParagraphSelector'),
  'gmg:paragraph': z.string().regex(/^[a-z2-7]{16}$/u),
  'gmg:number': z.string().max(40).nullable().default(null),
  'gmg:part': z.string().max(100).default('body'),
  'gmg:ordinal': offset,
  'gmg:blocks': offset,
  'gmg:start': offset,
  'gmg:end': offset,
});
const selector = z.union([quote, paragraph, z.looseObject({ type: z.string() })]);

const target = z.union([
  z.object({ source, selector: list(selector).optional() }),
  source.transform((whole) => ({ source: whole, selector: undefined })),
]);

const annotation = z.object({
  id: z.string().min(1).max(5_000),
  motivation: list(z.string().max(100)).default([]),
  created: z.string().max(40).optional(),
  modified: z.string().max(40).optional(),
  creator: z
    .union([
      z
        .string()
        .max(500)
        .transform((value) => ({ id: undefined, name: value })),
      z.object({ id: z.string().max(500).optional(), name: name.optional() }),
    ])
    .optional(),
  'gmg:fileAuthor': name.nullable().default(null),
  'gmg:private': z.boolean().default(true),
  'gmg:colour': z.enum(HIGHLIGHT_COLOURS).nullable().catch(null).default(null),
  'gmg:language': z
    .string()
    .regex(/^[a-z]{2,3}$/u)
    .nullable()
    .catch(null)
    .default(null),
  'gmg:status': z.enum(FOLLOW_UP_STATUSES).nullable().catch(null).default(null),
  'gmg:due': z
    .string()
    .regex(/^$|^\d{4}-\d{2}-\d{2}$/u)
    .nullable()
    .catch(null)
    .default(null),
  'gmg:found': words.nullable().default(null),
  body: list(body).default([]),
  target: list(target),
});

/**
 * Reads a collection, a page, a list, a single annotation, or one annotation a line.
 * @returns null where the text holds no annotations at all.
 */
export function readW3c(text: string): Incoming | null {
  const root = json(text.replace(/^\uFEFF/u, ''));
  if (root === null) return null;
  const found = annotationsIn(root);
  if (found === null) return null;
  const notes: IncomingNote[] = [];
  let unreadable = 0;
  for (const one of found) {
    const read = annotation.safeParse(one);
    const note = read.success ? noteOf(read.data) : null;
    if (note === null) unreadable += 1;
    else notes.push(note);
  }
  return { notes, tags: tagsIn(root), colours: coloursIn(root), unreadable };
}

/** One JSON value, or one a line. */
function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
    if (lines.length < 2) return null;
    try {
      return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      return null;
    }
  }
}

/** The annotations of whatever holds them, or null. */
function annotationsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return null;
  if ('items' in value && Array.isArray(value.items)) return value.items as readonly unknown[];
  if ('first' in value && typeof value.first === 'object') return annotationsIn(value.first);
  if ('@graph' in value) return annotationsIn(value['@graph']);
  return 'target' in value ? [value] : null;
}

function tagsIn(value: unknown): OutgoingTag[] {
  if (typeof value !== 'object' || value === null || !('gmg:tags' in value)) return [];
  const entries = z.array(z.unknown()).max(20_000).safeParse(value['gmg:tags']);
  return (entries.data ?? []).flatMap((entry) => {
    const read = tagEntry.safeParse(entry);
    const id = read.success ? uuidIn(read.data.id) : null;
    if (!read.success || id === null) return [];
    const { data } = read;
    return {
      id,
      parentId: data['gmg:parent'] === null ? null : uuidIn(data['gmg:parent']),
      name: data['gmg:name'],
      nameFr: data['gmg:nameFr'],
      nameEn: data['gmg:nameEn'],
      colour: data['gmg:colour'],
      description: data['gmg:description'],
      include: data['gmg:include'],
      exclude: data['gmg:exclude'],
      example: data['gmg:example'],
      rule: data['gmg:rule'],
      memo: data['gmg:memo'],
      archived: data['gmg:archived'],
      scheme: data['gmg:scheme'],
      code: data['gmg:code'],
      position: data['gmg:position'],
    };
  });
}

function coloursIn(value: unknown): ColourMeaning[] {
  if (typeof value !== 'object' || value === null || !('gmg:colours' in value)) return [];
  const entries = z.array(z.unknown()).max(20).safeParse(value['gmg:colours']);
  return (entries.data ?? []).flatMap((entry) => {
    const read = colourEntry.safeParse(entry);
    if (!read.success) return [];
    const { 'gmg:colour': colour, 'gmg:name': own, 'gmg:meaning': meaning } = read.data;
    return { colour, name: own, meaning };
  });
}

function noteOf(data: z.output<typeof annotation>): IncomingNote | null {
  const targets = data.target.flatMap((one) => targetOf(one) ?? []);
  if (targets.length === 0 || targets.length < data.target.length) return null;
  const isTag = (one: (typeof data.body)[number]): boolean => one.purpose === 'tagging';
  const text = data.body.filter((one) => !isTag(one)).map(({ value }) => value);
  const { creator } = data;
  return {
    address: data.id,
    id: uuidIn(data.id),
    kind: kindOf(data.motivation, text.length > 0),
    colour: data['gmg:colour'],
    body: text.join('\n\n'),
    private: data['gmg:private'],
    fileAuthor: data['gmg:fileAuthor'],
    language: data['gmg:language'],
    status: data['gmg:status'],
    due: data['gmg:due'],
    found: data['gmg:found'],
    author:
      creator === undefined ? null : { id: uuidIn(creator.id ?? ''), name: creator.name ?? '' },
    created: timeOf(data.created),
    modified: timeOf(data.modified),
    tags: data.body.filter(isTag).map((one) => ({
      id: uuidIn(one['gmg:tag'] ?? ''),
      path: one.value
        .split('›')
        .map((step) => step.trim().slice(0, 500))
        .filter((step) => step !== ''),
    })),
    targets,
  };
}

function targetOf({
  source: from,
  selector: selectors,
}: z.output<typeof target>): IncomingTarget | null {
  const found = {
    hash: /^urn:sha256:([0-9a-f]{64})$/u.exec(from.id)?.[1] ?? null,
    symbol: ('dc:identifier' in from ? from['dc:identifier'] : undefined) ?? '',
    title: ('dc:title' in from ? from['dc:title'] : undefined) ?? '',
    language: ('language' in from ? from.language : undefined) ?? '',
    address: from.id,
  };
  if (selectors === undefined) return { source: found, selector: null, complete: true };
  const quoted = selectors.map((one) => quote.safeParse(one)).find(({ success }) => success)?.data;
  if (quoted === undefined) return null;
  const own = selectors.map((one) => paragraph.safeParse(one)).find(({ success }) => success)?.data;
  const { exact, prefix, suffix } = quoted;
  const complete = own !== undefined && own['gmg:end'] - own['gmg:start'] === exact.length;
  return {
    source: found,
    complete,
    selector: {
      exact,
      prefix,
      suffix,
      paragraphId: own?.['gmg:paragraph'] ?? '',
      number: own?.['gmg:number'] ?? null,
      part: own?.['gmg:part'] ?? 'body',
      ordinal: own?.['gmg:ordinal'] ?? 0,
      blocks: own?.['gmg:blocks'] ?? 1,
      start: own?.['gmg:start'] ?? 0,
      end: own?.['gmg:end'] ?? exact.length,
    },
  };
}

function kindOf(motivations: readonly string[], hasWords: boolean): AnnotationKind {
  const own = ANNOTATION_KINDS.find((kind) => motivations.includes(MOTIVATIONS[kind]));
  return own ?? (hasWords ? 'note' : 'highlight');
}

function timeOf(text: string | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

function uuidIn(address: string): string | null {
  const found = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu.exec(
    address,
  )?.[1];
  return found?.toLowerCase() ?? null;
}
