/** Words of the sheet itself, written where they will be printed and saved at every pause. */
import { useState } from 'react';
import { useCommand } from '../data/archive.ts';
import { useWriting } from '../notes/use-writing.ts';

interface WordsProps {
  readonly field: 'title' | 'intro';
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
}

export function Words({ value, ...props }: WordsProps) {
  // While the cursor is here these words are the reader's; afterwards they are the library's again,
  // undone ones too, and the next visit is one entry in history.
  const [held, setHeld] = useState<string | null>(null);
  const shown = held ?? value;
  return (
    <Area
      key={shown}
      {...props}
      value={shown}
      onEnter={() => setHeld(value)}
      onLeave={() => setHeld(null)}
    />
  );
}

interface AreaProps extends WordsProps {
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function Area({ field, label, value, isReadOnly, onEnter, onLeave }: AreaProps) {
  const { mutateAsync: edit } = useCommand('sheet.edit');
  const writing = useWriting(value, async (words, visit) => {
    await edit({ fields: { [field]: words }, visit });
  });
  return (
    <textarea
      className={`sheet-${field}`}
      aria-label={label}
      placeholder={label}
      rows={1}
      maxLength={field === 'title' ? 500 : 20_000}
      readOnly={isReadOnly}
      value={writing.text}
      onFocus={onEnter}
      onBlur={() => void writing.settle().then(onLeave)}
      onChange={(event) =>
        writing.write(
          field === 'title' ? event.target.value.replaceAll('\n', ' ') : event.target.value,
        )
      }
    />
  );
}
