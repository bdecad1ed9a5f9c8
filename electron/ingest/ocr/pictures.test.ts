import { describe, expect, it } from 'vitest';
import { FaultError } from '../../core/fault.ts';
import { picturePages, pictureOf } from './pictures.ts';

/** The head of a PNG of this size. */
function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A JPEG of some segments: what comes before the frame, then the frame's size. */
function jpeg(before: readonly number[], width: number, height: number): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Uint8Array.from([
    ...[0xff, 0xd8, ...before, 0xff, 0xc0, 0, 17, 8, ...size],
    ...[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9],
  ]);
}

/** A TIFF of pages that are directories alone: width, height and kind of each. */
function tiff(little: boolean, pages: readonly (readonly [number, number, number])[]): Uint8Array {
  const bytes = new Uint8Array(8 + pages.length * 42);
  const view = new DataView(bytes.buffer);
  bytes.fill(little ? 0x49 : 0x4d, 0, 2);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  pages.forEach(([width, height, kind], page) => {
    const at = 8 + page * 42;
    view.setUint16(at, 3, little);
    const entries: readonly (readonly [number, number])[] = [
      [254, kind],
      [256, width],
      [257, height],
    ];
    entries.forEach(([tag, value], entry) => {
      view.setUint16(at + 2 + entry * 12, tag, little);
      view.setUint16(at + 4 + entry * 12, 4, little);
      view.setUint32(at + 6 + entry * 12, 1, little);
      view.setUint32(at + 10 + entry * 12, value, little);
    });
    view.setUint32(at + 38, page + 1 < pages.length ? at + 42 : 0, little);
  });
  return bytes;
}

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof FaultError ? `${error.code} ${error.detail}` : String(error);
  }
}

describe('size and pages of picture files', () => {
  it('reads PNG and JPEG', () => {
    expect(picturePages(png(800, 600), 'png')).toEqual([{ width: 800, height: 600, at: 0 }]);
    const comment = [0xff, 0xfe, 0, 6, 0x61, 0xff, 0xc0, 0x62];
    expect(picturePages(jpeg(comment, 1024, 300), 'jpeg')[0]).toMatchObject({
      width: 1024,
      height: 300,
    });
  });

  it.each([true, false])(
    'reads the pages of a TIFF, small copies left out (little: %s)',
    (little) => {
      const bytes = tiff(little, [
        [1000, 1400, 0],
        [100, 140, 1],
        [1200, 1600, 0],
      ]);
      const pages = picturePages(bytes, 'tiff');
      expect(pages.map(({ width, height }) => [width, height])).toEqual([
        [1000, 1400],
        [1200, 1600],
      ]);
      const second = pages[1];
      if (second === undefined) throw new Error('no second page');
      const alone = pictureOf(bytes, 'tiff', second);
      expect(picturePages(alone, 'tiff')[0]).toMatchObject({ width: 1200 });
      expect(picturePages(bytes, 'tiff')[0]).toMatchObject({ width: 1000 });
    },
  );

  it('refuses what is too large, cut off or runs in circles', () => {
    expect(codeOf(() => picturePages(png(40_000, 40_000), 'png'))).toBe('limit-exceeded pixels');
    expect(codeOf(() => picturePages(png(800, 600).subarray(0, 18), 'png'))).toBe('damaged png');
    expect(codeOf(() => picturePages(jpeg([], 8, 8).subarray(0, 8), 'jpeg'))).toBe('damaged jpeg');
    const circle = tiff(true, [[100, 100, 0]]);
    new DataView(circle.buffer).setUint32(46, 8, true);
    expect(picturePages(circle, 'tiff')).toHaveLength(1);
  });
});

it('says a photo’s orientation once more where it is written backwards', () => {
  const exif = [
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0],
    ...[1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
  ];
  const photo = jpeg(exif, 640, 480);
  const [page] = picturePages(photo, 'jpeg');
  if (page === undefined) throw new Error('no page');
  const turned = pictureOf(photo, 'jpeg', page);
  expect([...turned.subarray(0, 60)].join(' ')).toContain('1 18 0 3 0 0 0 1 0 6');
  expect(picturePages(turned, 'jpeg')[0]).toMatchObject({ width: 640, height: 480 });
  const plain = jpeg([], 640, 480);
  expect(pictureOf(plain, 'jpeg', page)).toBe(plain);
});
