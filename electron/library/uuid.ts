/**
 * UUIDv7 (RFC 9562): the ids of records, operations, replicas. Later ones sort after earlier ones,
 * also within one millisecond of one process.
 */
import { randomBytes } from 'node:crypto';

let lastMillis = 0;
let sequence = 0;

/** A new id. @param now UTC milliseconds. */
export function uuidv7(now: number = Date.now()): string {
  const random = randomBytes(10);
  if (now > lastMillis) {
    lastMillis = now;
    // Half the range is left free so that a busy millisecond can count up.
    sequence = random.readUInt16BE(0) & 0x7ff;
  } else if (++sequence > 0xfff) {
    lastMillis += 1;
    sequence = 0;
  }
  const millis = lastMillis.toString(16).padStart(12, '0');
  const counter = sequence.toString(16).padStart(3, '0');
  const variant = (0x8000 | (random.readUInt16BE(2) & 0x3fff)).toString(16);
  const tail = random.subarray(4).toString('hex');
  return `${millis.slice(0, 8)}-${millis.slice(8)}-7${counter}-${variant}-${tail}`;
}

/** True for any canonical lower-case UUID. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value);
}
