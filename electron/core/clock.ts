/**
 * Hybrid logical clock (Kulkarni and others, "Logical Physical Clocks", 2014) as sortable text:
 * `milliseconds(13 digits)-counter(4 hex digits)-replica`. Later in text order is later in time.
 */

/** The next clock value after `last` on this replica; `now` in UTC milliseconds. */
export function tick(last: string | null, now: number, replica: string): string {
  const [millis, counter] = last === null ? [0, 0] : parse(last);
  if (now > millis) return format(now, 0, replica);
  return counter < 0xffff ? format(millis, counter + 1, replica) : format(millis + 1, 0, replica);
}

/** UTC milliseconds of a clock value. */
export function clockTime(clock: string): number {
  return parse(clock)[0];
}

function parse(clock: string): [number, number] {
  return [Number(clock.slice(0, 13)), Number.parseInt(clock.slice(14, 18), 16)];
}

function format(millis: number, counter: number, replica: string): string {
  return `${String(millis).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}-${replica}`;
}
