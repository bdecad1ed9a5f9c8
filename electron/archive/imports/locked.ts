/**
 * The locked files of the latest import: where each one lies, so that it can be read again once its
 * password is given, alone and with its line in the results where it was.
 */
import type { ImportItem } from '../../contract/views.ts';
import { asksForPassword, FaultError } from '../../core/fault.ts';
import type { Context } from '../context.ts';
import type { Derivation } from '../derivation.ts';
import { groupWriter } from './group.ts';
import type { Result } from './group.ts';
import { prepareAll } from './inside.ts';
import { alone } from './one.ts';

/** Milliseconds the file may take, once more. */
const TIMEOUT = 120_000;

export interface LockedFiles {
  /** A file's result, with the name by which its password can be given where it asks for one. */
  marked(item: ImportItem, result: Result): ImportItem;
  /**
   * Imports one of them with its password.
   * @throws FaultError `password-wrong`; `not-found` where no such file waits any more.
   */
  unlock(
    id: string,
    password: string,
  ): Promise<{ readonly item: ImportItem; readonly originalHash: string }>;
  /** Forgets all. */
  clear(): void;
}

export function lockedFiles(context: Context, derivation: Derivation): LockedFiles {
  const files = new Map<string, Result & { readonly hash: string }>();

  return {
    marked(item, result) {
      const { prepared } = result;
      if (prepared.status !== 'failed' || prepared.hash === undefined) return item;
      if (!asksForPassword(prepared.fault)) return item;
      const id = context.newId();
      files.set(id, { ...result, hash: prepared.hash });
      return { ...item, locked: id };
    },

    async unlock(id, password) {
      const waiting = files.get(id);
      if (waiting === undefined) throw new FaultError('not-found', 'locked file');
      const { file, hash, order } = waiting;
      context.passwords.give(hash, password);
      // A file inside another comes out of that one again.
      const outer = file.within ?? file;
      const outcomes = await prepareAll(context, outer, alone(TIMEOUT));
      const outcome = outcomes.find((one) => one.file.path === file.path);
      if (outcome === undefined) throw new FaultError('file-missing');
      const { prepared } = outcome;
      if (prepared.status === 'failed') {
        const { code, detail } = prepared.fault;
        throw new FaultError(code === 'encrypted' ? 'file-changed' : code, detail);
      }
      const told: ImportItem[] = [];
      const group = groupWriter(context, derivation, (item) => told.push(item));
      await group.add({ ...outcome, order });
      await group.flush();
      const [item] = told;
      if (item === undefined) throw new FaultError('internal', 'no result');
      files.delete(id);
      return { item, originalHash: hash };
    },

    clear: () => files.clear(),
  };
}
