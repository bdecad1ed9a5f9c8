/**
 * Passwords of locked originals: held in memory while the library is open, given to nobody but the
 * parser that opens the original, written nowhere. It wraps the parsers, so that whoever has an
 * original read need not know that it is locked.
 */
import { asksForPassword, FaultError, toFault } from '../core/fault.ts';
import type { ParserHost, ParserJob } from './parsers/host.ts';

export interface Passwords {
  /** Reads as the parsers do, with the password of each original where one is known. */
  readonly parsers: ParserHost;
  /** Holds the password of one original; it is dropped again when it turns out not to fit. */
  give(hash: string, password: string): void;
  /** Holds a password that is tried on every locked original from now on. */
  offer(password: string): void;
}

/** @param parsers read the originals, given a password or none. */
export function passwords(parsers: ParserHost): Passwords {
  const known = new Map<string, string>();
  const offered = new Set<string>();

  async function withKnown<J extends ParserJob, T>(
    job: J,
    password: string,
    read: (job: J) => Promise<T>,
  ): Promise<T> {
    try {
      return await read({ ...job, password });
    } catch (error) {
      if (toFault(error).code === 'password-wrong' && known.get(job.hash) === password) {
        known.delete(job.hash);
      }
      throw error;
    }
  }

  async function opened<J extends ParserJob, T>(job: J, read: (job: J) => Promise<T>): Promise<T> {
    const password = known.get(job.hash);
    if (password !== undefined) return withKnown(job, password, read);
    try {
      return await read(job);
    } catch (error) {
      if (offered.size === 0 || !asksForPassword(toFault(error))) throw error;
    }
    for (const guess of offered) {
      known.set(job.hash, guess);
      try {
        return await withKnown(job, guess, read);
      } catch (error) {
        if (toFault(error).code !== 'password-wrong') throw error;
      }
    }
    throw new FaultError('password-wrong');
  }

  return {
    parsers: {
      parse: (job, signal) => opened(job, (one) => parsers.parse(one, signal)),
      picture: (job, signal) => opened(job, (one) => parsers.picture(one, signal)),
      close: () => parsers.close(),
    },
    give: (hash, password) => void known.set(hash, password),
    offer: (password) => void offered.add(password),
  };
}
