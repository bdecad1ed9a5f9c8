/** Arabic that a file has the wrong way round, and Arabic that it has not. */
import { describe, expect, it } from 'vitest';
import { isMirrored, unmirrored } from './direction.ts';

describe('writing from right to left', () => {
  it('is the wrong way round where words begin with letters that only end them', () => {
    expect(isMirrored(['ةيلخادلا ةرازو'])).toBe(true);
    expect(isMirrored(['وزارة الداخلية', 'مدينة على النهر'])).toBe(false);
    expect(isMirrored(['Port of the river'])).toBe(false);
  });

  it('is turned round, numbers and Latin words left as they are', () => {
    expect(unmirrored('ةيلخادلا ةرازو')).toBe('وزارة الداخلية');
    expect(unmirrored('2018 ةنس')).toBe('سنة 2018');
  });
});
