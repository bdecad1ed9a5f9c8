/**
 * Messages over the port between window and archive service, and what the preload offers the
 * window. Faults travel as data; a message of another shape is refused.
 */
import { z } from 'zod';
import type { Fault } from '../core/fault.ts';
import type { ChangeKind } from './table.ts';
import type { ImportItem, ImportState, OcrState } from './views.ts';

export const request = z.strictObject({
  id: z.int().min(0),
  call: z.string().max(64),
  input: z.unknown(),
});
export type Request = z.output<typeof request>;

export type Response =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  /** The beginning of a long list, or more of it; its end is in the value, which comes last. */
  | { readonly id: number; readonly ok: 'part'; readonly items: readonly unknown[] }
  | { readonly id: number; readonly ok: false; readonly fault: Fault };

/** Events, from archive to window. */
export type ArchiveEvent =
  | { readonly event: 'changed'; readonly kinds: readonly ChangeKind[] }
  /** A few times a second while an import runs; `state.items` then holds the latest results only. */
  | { readonly event: 'import'; readonly state: ImportState }
  | { readonly event: 'imported'; readonly item: ImportItem }
  /** With each page while scans are being read, and when that ends. */
  | { readonly event: 'ocr'; readonly state: OcrState }
  | { readonly event: 'closed'; readonly fault: Fault | null };

/**
 * What `window.gmg` is: the only door out of the renderer. `Dropped` is the platform's `File`, which
 * this folder's environment does not know.
 */
export interface Door<Dropped = unknown> {
  /** A call of the shell's table, answered by main as a Response's tail. */
  shell(
    call: string,
    input: unknown,
  ): Promise<{ ok: true; value: unknown } | { ok: false; fault: Fault }>;
  /** Files dropped on the window: main learns their paths, the window does not. */
  drop(files: readonly Dropped[]): Promise<number>;
}
