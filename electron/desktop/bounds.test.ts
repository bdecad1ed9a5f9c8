import { describe, expect, it } from 'vitest';
import { placeOn } from './bounds.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const right = { x: 1366, y: 0, width: 1920, height: 1040 };

describe('where the window opens', () => {
  it('is the middle of the primary screen the first time', () => {
    expect(placeOn([laptop], null)).toEqual({ x: 43, y: 0, width: 1280, height: 728 });
  });

  it('is the remembered place when it can be seen', () => {
    const bounds = { x: 1500, y: 100, width: 1000, height: 700 };
    expect(placeOn([laptop, right], bounds)).toEqual(bounds);
  });

  it('is brought back from a screen that was unplugged', () => {
    const bounds = { x: 1500, y: 900, width: 1000, height: 700 };
    expect(placeOn([laptop], bounds)).toEqual({ x: 366, y: 28, width: 1000, height: 700 });
  });

  it('is made smaller for a smaller screen, and never too small to use', () => {
    const wide = { x: 0, y: 0, width: 2500, height: 1400 };
    expect(placeOn([laptop], wide)).toEqual(laptop);
    const tiny = { x: 10, y: 10, width: 20, height: 20 };
    expect(placeOn([laptop], tiny)).toEqual({ x: 10, y: 10, width: 800, height: 560 });
  });
});
