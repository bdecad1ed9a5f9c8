/** The inputs that several calls share: ids, texts of bounded length, places in a text. */
import { z } from 'zod';
import { HIGHLIGHT_COLOURS } from '../core/annotation.ts';

export const id = z.uuid();
export const ids = z.array(id).min(1).max(10_000);
export const paragraphId = z.string().regex(/^[a-z2-7]{16}$/);
export const shortText = z.string().max(500);
export const noteText = z.string().max(200_000);
export const colour = z.enum(HIGHLIGHT_COLOURS);

const place = z
  .strictObject({
    paragraphId,
    start: z.int().min(0).max(10_000_000),
    end: z.int().min(0).max(10_000_000),
  })
  .refine(({ start, end }) => start < end, 'empty place');
export const places = z.array(place).min(1).max(2_000);

/** A table, its headings first. */
export const tableRows = z
  .array(z.array(z.union([z.string().max(5_000), z.number()])).max(20_000))
  .min(1)
  .max(20_000);
