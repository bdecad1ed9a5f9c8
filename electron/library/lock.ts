/**
 * The writer's lock of a library: an open exclusive transaction on lock.db, which the system frees
 * whatever way the process ends, on every platform.
 */
import { join } from 'node:path';
import { connect, errorCode } from './connection.ts';
import type { ConnectionOptions } from './connection.ts';

export interface Lock {
  release(): void;
}

/** The lock, or null where another process (or this one) holds it. */
export function takeLock(library: string, options: ConnectionOptions): Lock | null {
  const db = connect(join(library, 'lock.db'), { ...options, readOnly: false });
  try {
    db.pragma('busy_timeout = 0');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (errorCode(error).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return {
    release() {
      db.close();
    },
  };
}
