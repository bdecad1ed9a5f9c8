/** Code pages of Rich Text: by the fonts' character sets, by number, and the Symbol font's letters. */

const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};
const NUMBERS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Page of a font that has letters of its own shape and no text. */
export const PICTURES = 'pictures';
/** Page of the font called Symbol: Greek letters in the places of Latin ones. */
export const SYMBOL = 'symbol';

/** Encoding's label for a font's character set, or null where it says nothing. */
export function pageOfCharset(charset: number): string | null {
  return charset === 2 ? PICTURES : (CHARSETS[charset] ?? null);
}

/** Encoding's label for a code page's number; Windows-1252 for those nobody has any more. */
export function pageOfNumber(number: number): string {
  if (number >= 1250 && number <= 1258) return `windows-${number}`;
  return NUMBERS[number] ?? 'windows-1252';
}

const GREEK = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Text of bytes, one character each. */
export function decodedFrom(page: string, bytes: string): string {
  if (page === PICTURES) return bytes.replace(/[^\s]/gu, '\u2022');
  if (page === SYMBOL) {
    return bytes
      .replace(/[A-Za-z]/gu, (letter) => GREEK[LATIN.indexOf(letter)] ?? letter)
      .replace(/\u00b7/gu, '\u2022')
      .replace(/[\u0080-\u00ff]/gu, '');
  }
  if (!/[\u0080-\u00ff]/u.test(bytes)) return bytes;
  const decoder = decoders.get(page) ?? new TextDecoder(page);
  decoders.set(page, decoder);
  return decoder.decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}
