/**
 * The one way a table of calls is written: input schema, output type, who may call, and what a
 * command changes. Handler types, client types, validation and refresh events all derive from it.
 */
import { z } from 'zod';

/** What a command may have changed: the window refreshes what it shows of these. */
export const CHANGE_KINDS = [
  'library',
  'documents',
  'annotations',
  'tags',
  'history',
  'imports',
  'corpus',
  'ocr',
  'folders',
  'sheet',
  'colours',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One call. `Out` exists for the types alone. */
export interface Call<In extends z.ZodType, Out> {
  readonly type: 'query' | 'command';
  readonly input: In;
  readonly changes: readonly ChangeKind[];
  /** `host`: refused from the window; `main` and the command line may (they hold paths). */
  readonly from: 'window' | 'host';
  readonly output?: Out;
}

export const nothing = z.strictObject({});

/** A call that only reads. */
export function query<Out>(from: 'window' | 'host' = 'window') {
  return <In extends z.ZodType>(input: In): Call<In, Out> => ({
    type: 'query',
    input,
    changes: [],
    from,
  });
}

/** A call that changes the library, and what it changes. */
export function command<Out>(changes: readonly ChangeKind[], from: 'window' | 'host' = 'window') {
  return <In extends z.ZodType>(input: In): Call<In, Out> => ({
    type: 'command',
    input,
    changes,
    from,
  });
}

export type AnyTable = Readonly<Record<string, Call<z.ZodType, unknown>>>;
export type InputOf<T extends AnyTable, N extends keyof T> = z.input<T[N]['input']>;
export type ParsedInputOf<T extends AnyTable, N extends keyof T> = z.output<T[N]['input']>;
export type OutputOf<T extends AnyTable, N extends keyof T> =
  T[N] extends Call<z.ZodType, infer Out> ? Out : never;

/** Handlers for every call of a table: a missing one does not compile. */
export type Handlers<T extends AnyTable> = {
  readonly [N in keyof T]: (input: ParsedInputOf<T, N>) => OutputOf<T, N> | Promise<OutputOf<T, N>>;
};
