/**
 * The draft as it may come out of a parser: a parser has read a hostile file, so what it answers is
 * checked like any other foreign input before the library sees it.
 */
import { z } from 'zod';
import { HIGHLIGHT_COLOURS } from '../../core/annotation.ts';
import { BLOCK_KINDS, FORMATS, KINDS, SEEN_DOUBTS } from '../../core/document.ts';
import type { DocumentDraft } from '../../core/document.ts';
import { MASTHEAD } from '../../core/masthead.ts';
import { FAULT_CODES, FaultError } from '../../core/fault.ts';

const text = z.string().max(20_000_000);
const short = z.string().max(2_000);
const count = z.int().min(0).max(100_000_000);
const language = z.string().regex(/^[a-z]{2,3}$/);

/** A label of a file inside: folders and a name, nothing that steps up or stands at a root. */
const label = z
  .string()
  .max(1_000)
  .regex(/^(?!(?:.*\/)?\.{0,2}(?:\/|$))[^\\\p{Cc}]+$/u);

const block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  level: z.int().min(0).max(1_000).optional(),
  text,
  raw: text.optional(),
  number: short.nullable(),
  marker: short.nullable(),
  part: short,
  page: count.nullable(),
  language: language.nullable(),
  calls: z
    .array(z.strictObject({ at: count, mark: short, note: count }))
    .min(1)
    .max(100_000)
    .optional(),
});

const note = z.strictObject({
  kind: z.enum(['highlight', 'note']),
  colour: z.enum(HIGHLIGHT_COLOURS).nullable(),
  body: z.string().max(200_000),
  author: short,
  at: z.int().min(0).nullable(),
  places: z
    .array(z.strictObject({ block: count, start: count, end: count }))
    .min(1)
    .max(10_000),
});

const draft = z.strictObject({
  format: z.enum(FORMATS),
  title: short.nullable(),
  language,
  pages: count.nullable(),
  metadata: z.strictObject({
    symbol: short.nullable(),
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable(),
    kind: z.enum(KINDS).nullable(),
    body: short.nullable(),
    masthead: z.partialRecord(z.enum(MASTHEAD), z.string().max(200)).optional(),
  }),
  blocks: z.array(block).max(2_000_000),
  report: z.strictObject({
    numbers: count,
    gaps: z.array(short).max(100_000),
    repairedWords: count,
    source: z.enum(['digital', 'ocr']),
  }),
  doubts: z
    .array(z.strictObject({ kind: z.enum(SEEN_DOUBTS), block: count }))
    .min(1)
    .max(100_000)
    .optional(),
  extractor: short,
  files: z
    .array(
      z.strictObject({
        name: label,
        bytes: z.instanceof(Uint8Array).nullable(),
      }),
    )
    .min(1)
    .max(10_000)
    .optional(),
  notes: z.array(note).min(1).max(10_000).optional(),
});

const answer = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.int(), ok: z.literal(true), draft }),
  z.strictObject({
    id: z.int(),
    ok: z.literal(false),
    fault: z.strictObject({ code: z.enum(FAULT_CODES), detail: z.string().max(10_000) }),
  }),
]);

/**
 * The draft in a parser's answer to the task `id`; undefined when the message answers another task.
 * @throws FaultError the parser's own fault, or `parser-crashed` when the answer has no known shape.
 */
export function draftOf(message: unknown, id: number): DocumentDraft | undefined {
  const parsed = answer.safeParse(message);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new FaultError('parser-crashed', `the parser's answer is malformed at "${where}"`);
  }
  const { data } = parsed;
  if (data.id !== id) return undefined;
  if (!data.ok) throw new FaultError(data.fault.code, data.fault.detail);
  return data.draft as DocumentDraft;
}
