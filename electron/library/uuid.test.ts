import { describe, expect, it } from 'vitest';
import { isUuid, uuidv7 } from './uuid.ts';

describe('uuidv7', () => {
  it('has the time, the version and the variant in their places', () => {
    const id = uuidv7(Date.UTC(2090, 0, 1));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2090, 0, 1));
    expect(isUuid(id)).toBe(true);
    expect(isUuid(id.toUpperCase())).toBe(false);
    expect(isUuid(id.slice(1))).toBe(false);
  });

  it('grows with every call, within a millisecond and when the clock goes back', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => uuidv7(Date.UTC(2091, 0, 1) - (i % 3)));
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
