/**
 * The table of calls between the window and the main process: dialogs, preferences and what needs
 * a path. Paths stay in main; the window names things by id or by act.
 */
import { z } from 'zod';
import { EXPORT_FORMATS } from '../core/export.ts';
import { SHEET_FORMATS } from '../core/sheet.ts';
import { tableRows } from './inputs.ts';
import { exportScope } from './scope.ts';
import { command, nothing, query } from './table.ts';
import type { InputOf, OutputOf } from './table.ts';
import type { AnnotationsRead, ExportCount } from './views.ts';

const fileName = z.string().max(500);

const preferenceFields = z.strictObject({
  /** Interface language; null until chosen: the system's, French when it is neither. */
  language: z.enum(['fr', 'en']).nullable(),
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'contrast']),
  /** Reading size in CSS pixels. */
  textSize: z.number().min(12).max(40),
  readingFont: z.enum(['serif', 'sans', 'legible']),
  /** Width of the reading column. */
  readingWidth: z.enum(['narrow', 'medium', 'wide']),
  /** Space between the lines of reading text. */
  readingLeading: z.enum(['tight', 'normal', 'loose']),
  leftRail: z.boolean(),
  rightPanel: z.boolean(),
  highlight: z.enum(['yellow', 'green', 'blue', 'rose', 'violet']),
  /** True: scans and photos are read by recognition as they come in. */
  readScans: z.boolean(),
  /** Single keys chosen by the reader, by the act's id; '' switches one off. */
  keys: z.record(z.string().max(40), z.string().max(2)),
  /** False: no single key does anything; screen readers take letters. */
  letters: z.boolean(),
  /** Ids of the acts chosen last in the palette, newest first. */
  recentActs: z.array(z.string().max(40)).max(8),
});
export type Preferences = z.output<typeof preferenceFields>;

export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  theme: 'system',
  textSize: 18,
  readingFont: 'serif',
  readingWidth: 'narrow',
  readingLeading: 'normal',
  leftRail: true,
  rightPanel: true,
  highlight: 'yellow',
  readScans: false,
  keys: {},
  letters: true,
  recentActs: [],
};

/**
 * What a page is drawn by from its first moment: it stands, as JSON, in the page's own element
 * `<meta name="start">`.
 */
export interface StartFacts {
  readonly systemLanguage: string;
  readonly preferences: Preferences;
}

export interface ShellInfo extends StartFacts {
  readonly version: string;
  /** Folders opened before, newest first; `id` names one in `shell.openRecent`. */
  readonly recent: readonly { readonly id: string; readonly name: string; readonly path: string }[];
}

export const SHELL_CALLS = {
  'shell.info': query<ShellInfo>()(nothing),
  'shell.preferences': command<Preferences>([])(preferenceFields.partial()),
  /** Asks for files and starts their import; false when the reader cancelled. */
  'shell.importFiles': command<boolean>([])(nothing),
  'shell.importFolder': command<boolean>([])(nothing),
  /** Asks for a folder and follows it from now on; false when the reader cancelled. */
  'shell.watchFolder': command<boolean>([])(nothing),
  /** Asks for a file of language data for recognition; false when the reader cancelled. */
  'shell.addOcrLanguage': command<boolean>([])(nothing),
  /** Another folder as the library: asks, opens, and reloads the window; false when cancelled. */
  'shell.newLibrary': command<boolean>([])(nothing),
  'shell.openLibrary': command<boolean>([])(nothing),
  'shell.openRecent': command<boolean>([])(z.strictObject({ id: z.string().max(64) })),
  'shell.showLibraryFolder': command<null>([])(nothing),
  /** Asks where, and writes notes there; null when the reader cancelled. */
  'shell.export': command<ExportCount | null>([])(
    z.strictObject({
      /** Suggested for the file, without an ending. */
      name: fileName,
      format: z.enum(EXPORT_FORMATS),
      scope: exportScope,
      private: z.boolean(),
      language: z.enum(['fr', 'en']),
    }),
  ),
  /** A table the window shows, as a file for spreadsheets; false when the reader cancelled. */
  'shell.saveTable': command<boolean>([])(z.strictObject({ name: fileName, rows: tableRows })),
  /** Asks for a file of W3C annotations and applies it; null when the reader cancelled. */
  'shell.annotate': command<AnnotationsRead | null>([])(nothing),
  /** The sheet as a file; false when the reader cancelled. */
  'shell.saveSheet': command<boolean>([])(
    z.strictObject({
      name: fileName,
      format: z.enum(SHEET_FORMATS),
      language: z.enum(['fr', 'en']),
    }),
  ),
  /** What the window shows, as it prints, as a PDF; false when the reader cancelled. */
  'shell.savePdf': command<boolean>([])(z.strictObject({ name: fileName })),
  /** The system's print dialog; false when nothing was printed. */
  'shell.print': command<boolean>([])(nothing),
  /**
   * Opens a copy of a document's original in the system's own program for it, once the reader has
   * agreed; false when they did not.
   */
  'shell.openOriginal': command<boolean>([])(z.strictObject({ id: z.uuid() })),
  /**
   * Takes the `gmg://` link that the application was asked to open, as it was written; null when none
   * waits. It waits until the window has a library to look in.
   */
  'shell.link': command<string | null>([])(nothing),
  'shell.copy': command<null>([])(z.strictObject({ text: z.string().max(2_000_000) })),
  'shell.fullScreen': command<null>([])(nothing),
  /** Answer to the act 'flush': everything typed has been saved. */
  'shell.flushed': command<null>([])(nothing),
} as const;

/** What the preload sends on the channel DROP: absolute paths, '' where a file has none. */
export const droppedPaths = z.array(z.string().max(32_767)).max(100_000);

export type ShellCalls = typeof SHELL_CALLS;
export type ShellCallName = keyof ShellCalls;
export type ShellInput<N extends ShellCallName> = InputOf<ShellCalls, N>;
export type ShellOutput<N extends ShellCallName> = OutputOf<ShellCalls, N>;
