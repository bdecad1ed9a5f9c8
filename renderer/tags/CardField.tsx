/** One field of a tag's card, written in place and saved at every pause. */
import { useId } from 'react';
import { useCommand } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';
import { useHeld } from '../notes/use-held.ts';
import { useWriting } from '../notes/use-writing.ts';

const SHORT = ['name', 'nameFr', 'nameEn'] as const;
export type CardFieldName =
  (typeof SHORT)[number] | 'description' | 'include' | 'exclude' | 'example' | 'memo' | 'rule';

interface CardFieldProps {
  /** Id of the tag. */
  readonly id: string;
  readonly field: CardFieldName;
  readonly value: string;
  readonly isReadOnly: boolean;
}

export function CardField({ value, ...props }: CardFieldProps) {
  const { shown, onEnter, onLeave } = useHeld(value);
  return <Field key={shown} {...props} value={shown} onEnter={onEnter} onLeave={onLeave} />;
}

interface FieldProps extends CardFieldProps {
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function Field({ id, field, value, isReadOnly, onEnter, onLeave }: FieldProps) {
  const t = useText('tags');
  const coding = useText('coding');
  const own = useId();
  const { mutateAsync: edit } = useCommand('tags.edit');
  const isShort = SHORT.some((one) => one === field);
  const writing = useWriting(value, async (words, visit) => {
    // A tag without a name can't be found: an emptied field keeps the last one.
    if (field === 'name' && words.trim() === '') return;
    await edit({ id, fields: { [field]: isShort ? words.trim() : words }, visit });
  });
  const shared = {
    id: own,
    className: 'input',
    readOnly: isReadOnly,
    value: writing.text,
    placeholder:
      field === 'include' || field === 'exclude' || field === 'example' || field === 'memo'
        ? t(`codebook.hints.${field}`)
        : field === 'rule'
          ? coding('suggestions.ruleHint')
          : '',
    onFocus: onEnter,
    onBlur: () => void writing.settle().then(onLeave),
  };
  return (
    <div className="field">
      <label className="label" htmlFor={own}>
        {field === 'rule' ? coding('suggestions.rule') : t(`codebook.${field}`)}
      </label>
      {isShort ? (
        <input
          {...shared}
          maxLength={500}
          spellCheck={false}
          onChange={({ target }) => writing.write(target.value)}
        />
      ) : (
        <textarea
          {...shared}
          rows={2}
          maxLength={field === 'rule' ? 10_000 : 20_000}
          aria-describedby={field === 'rule' ? `${own}-says` : undefined}
          onChange={({ target }) => writing.write(target.value)}
        />
      )}
      {field === 'rule' && (
        <p className="hint" id={`${own}-says`}>
          {coding('suggestions.ruleSays')}
        </p>
      )}
    </div>
  );
}
