/** How two stretches of text are put together: with a space, but in scripts written without any. */

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}。、，；：！？）】」]/u;

/** ' ', or '' where both neighbours are of a script without spaces. */
export function spaceBetween(first: string, second: string): '' | ' ' {
  return SPACELESS.test(first.at(-1) ?? '') && SPACELESS.test(second[0] ?? '') ? '' : ' ';
}
