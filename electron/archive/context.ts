/**
 * What every use case of the archive works with: the truth, what is derived from it, and the one
 * way to commit a change so that both stay in step.
 */
import type { Calls } from '../contract/calls.ts';
import type { Handlers } from '../contract/table.ts';
import type { ArchiveEvent } from '../contract/wire.ts';
import type { OperationName, RecordChange } from '../core/operation.ts';
import type { Library } from '../library/index.ts';
import type { Corpus } from '../search/index.ts';
import type { ParserHost } from './parsers/host.ts';
import type { Passwords } from './passwords.ts';

/** Handlers of some calls of the contract. */
export type Area<N extends keyof Calls> = Pick<Handlers<Calls>, N>;

export interface Context {
  readonly library: Library;
  readonly corpus: Corpus;
  /** Opens locked originals too, where their password is known. */
  readonly parsers: ParserHost;
  readonly passwords: Pick<Passwords, 'give' | 'offer'>;
  /** Absolute path of the product's `resources` folder. */
  readonly resources: string;
  readonly emit: (event: ArchiveEvent) => void;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /**
   * Commits one operation to the truth, then brings the corpus up to it.
   * @returns the operation's id; null where there was nothing to change.
   */
  readonly commit: (
    name: OperationName,
    subject: string,
    changes: readonly RecordChange[],
    visit?: string,
  ) => string | null;
}
