/** Rich Text Format as a stream of tokens. It knows how control words are spelled, not one of them. */

/** One token; `text` is bytes, one character each. */
export type Token =
  | { readonly type: 'open' | 'close' | 'star' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | null }
  | { readonly type: 'byte'; readonly text: string }
  | { readonly type: 'text'; readonly text: string };

const OPEN: Token = { type: 'open' };
const CLOSE: Token = { type: 'close' };
const STAR: Token = { type: 'star' };
const SYMBOLS: Readonly<Record<string, string>> = {
  '~': 'nbsp',
  _: 'hyphen',
  '\n': 'par',
  '\r': 'par',
  '\t': 'tab',
};

/** Tokens of a file given as bytes, one character each; binary data is passed over. */
export function* tokensOf(source: string): Generator<Token> {
  const word = /([A-Za-z]{1,32})(-?\d{1,10})? ?/uy;
  const plain = /[^\\{}\r\n]+/uy;
  for (let at = 0; at < source.length;) {
    const first = source[at];
    if (first === '{' || first === '}') {
      yield first === '{' ? OPEN : CLOSE;
      at += 1;
    } else if (first === '\r' || first === '\n') at += 1;
    else if (first !== '\\') {
      plain.lastIndex = at;
      const text = plain.exec(source)?.[0] ?? first ?? '';
      yield { type: 'text', text };
      at += text.length;
    } else {
      word.lastIndex = at + 1;
      const found = word.exec(source);
      if (found !== null) {
        const name = found[1] ?? '';
        const value = found[2] === undefined ? null : Number(found[2]);
        at = word.lastIndex;
        if (name === 'bin') at += Math.max(0, value ?? 0);
        else yield { type: 'word', name, value };
        continue;
      }
      const symbol = source[at + 1] ?? '';
      if (symbol === "'") {
        const code = Number.parseInt(source.slice(at + 2, at + 4), 16);
        if (Number.isFinite(code)) yield { type: 'byte', text: String.fromCharCode(code) };
        at += 4;
        continue;
      }
      at += 2;
      if (symbol === '*') yield STAR;
      else if (symbol === '\\' || symbol === '{' || symbol === '}')
        yield { type: 'text', text: symbol };
      else if (Object.hasOwn(SYMBOLS, symbol))
        yield { type: 'word', name: SYMBOLS[symbol] ?? '', value: null };
    }
  }
}
