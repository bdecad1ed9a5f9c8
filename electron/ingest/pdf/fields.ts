/**
 * Text that people wrote on a page: values of form fields and free text annotations. pdf.js keeps
 * it apart from the page's own text; readers see no difference.
 */

/** A line of such text, x to the right and y upwards in the page's own space, in points. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly rtl: boolean;
}

/** Bits of an annotation's flags: hidden, and not shown on screen. */
const UNSEEN = 2 | 32;
/** Largest type, in points: a tall box need not mean tall letters. */
const LARGEST = 12;

/** Lines of the annotations of one page, as pdf.js gives them. */
export function writtenIn(annotations: readonly unknown[]): Written[] {
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const get = (key: string): unknown => Reflect.get(annotation, key);
    const flags = get('annotationFlags');
    if (typeof flags === 'number' && (flags & UNSEEN) !== 0) return [];
    const lines = linesOf(get).filter((line) => line.trim() !== '');
    const rect = get('rect');
    if (!Array.isArray(rect) || lines.length === 0) return [];
    const [left = 0, bottom = 0, right = 0, top = 0] = rect as number[];
    const step = Math.max(1, (top - bottom) / lines.length);
    const size = Math.min(LARGEST, step * 0.8);
    return lines.map((text, at): Written => ({
      text: text.trim(),
      x: left,
      y: top - step * at - (step + size * 0.7) / 2,
      width: Math.min(right - left, text.length * size * 0.5),
      size,
      rtl: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text),
    }));
  });
}

function linesOf(get: (key: string) => unknown): string[] {
  const subtype = get('subtype');
  const shown = textsIn(get('textContent'));
  if (subtype === 'FreeText') {
    const contents = get('contentsObj');
    const said: unknown =
      typeof contents === 'object' && contents !== null ? Reflect.get(contents, 'str') : null;
    return shown.length > 0 ? shown : textsIn(said);
  }
  if (subtype !== 'Widget' || get('password') === true) return [];
  const type = get('fieldType');
  if (type !== 'Tx' && type !== 'Ch') return [];
  if (type === 'Ch' && get('combo') !== true) return optionsIn(get('options'));
  return shown.length > 0 ? shown : textsIn(get('fieldValue'));
}

function textsIn(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => (typeof one === 'string' ? one.split(/\r\n|\r|\n/u) : []));
}

/** A list shows all that could be chosen. */
function optionsIn(options: unknown): string[] {
  if (!Array.isArray(options)) return [];
  return (options as unknown[]).flatMap((option) =>
    typeof option === 'object' && option !== null
      ? textsIn(Reflect.get(option, 'displayValue'))
      : [],
  );
}
