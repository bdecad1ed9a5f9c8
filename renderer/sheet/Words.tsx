/** Words of the sheet itself, written where they will be printed and saved at every pause. */
import { useCommand } from '../data/archive.ts';
import { useHeld } from '../notes/use-held.ts';
import { useWriting } from '../notes/use-writing.ts';

interface WordsProps {
  readonly field: 'title' | 'intro';
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
}

export function Words({ value, ...props }: WordsProps) {
  const { shown, onEnter, onLeave } = useHeld(value);
  return <Area key={shown} {...props} value={shown} onEnter={onEnter} onLeave={onLeave} />;
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
