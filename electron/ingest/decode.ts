/**
 * Bytes of a text to characters: UTF-8, UTF-16 with or without a mark, UTF-32 with one, Windows-1252
 * when the bytes are none of these. It knows no format.
 */

const UTF16_SAMPLE = 4096;

/**
 * Text of some bytes; never fails, since Windows-1252 has a character for every byte.
 * A declared encoding (an HTML meta element) counts only where the bytes agree with it.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const far = utf32Of(bytes);
  if (far !== null) return far;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be');
  const wide = utf16Of(bytes);
  if (wide !== null) return decoded(bytes, wide);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded(
      bytes,
      declared === undefined || /^utf-?8$/iu.test(declared) ? 'windows-1252' : declared,
    );
  }
}

/** The first bytes of a text, at most so many, that end with a whole character. */
export function beginningOf(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  let end = most & ~3;
  // A character of UTF-8 goes on with up to three bytes of this kind.
  for (let back = 0; back < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; back += 1) end -= 1;
  return bytes.subarray(0, end);
}

/** UTF-32 where its mark says so, else null. */
function utf32Of(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  const little = a === 0xff && b === 0xfe && c === 0 && d === 0;
  const big = a === 0 && b === 0 && c === 0xfe && d === 0xff;
  if ((!little && !big) || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    letters.push(code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code));
  }
  return letters.join('');
}

function decoded(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** UTF-16 without a mark: in Latin text nearly every second byte is zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, UTF16_SAMPLE) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return null;
}
