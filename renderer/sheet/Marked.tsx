/** Words as they print, with what was highlighted in them. */
import type { SheetText } from '../../electron/core/sheet.ts';
import { typeset } from '../reader/typography.ts';

/** The words with what was highlighted underlined, each colour by its own line: paper has no colours. */
export function Marked({ text, language, marks }: Pick<SheetText, 'text' | 'language' | 'marks'>) {
  const set = typeset(text, language);
  const pieces = marks.flatMap(({ start, end, colour }, index) => [
    set.slice(marks[index - 1]?.end ?? 0, start),
    <mark key={start} className="sheet-mark" data-colour={colour}>
      {set.slice(start, end)}
    </mark>,
  ]);
  return (
    <>
      {pieces}
      {set.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
