/** A day typed in the order of the interface's language, day first, whatever the system speaks. */
import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { readDay, writtenDay } from './day.ts';
import { TextField } from './Field.tsx';

interface DayFieldProps {
  readonly label: string;
  /** YYYY-MM-DD, or '': none. */
  readonly value: string;
  /** Told when the reader leaves the field with another day, or empties it. */
  readonly onChange: (day: string) => void;
}

export function DayField({ label, value, onChange }: DayFieldProps) {
  const t = useText('app');
  const [typed, setTyped] = useState(() => writtenDay(value));
  const [wrong, setWrong] = useState(false);
  const keep = (): void => {
    const day = readDay(typed);
    setWrong(day === null);
    if (day === null) return;
    setTyped(writtenDay(day));
    if (day !== value) onChange(day);
  };
  return (
    <TextField
      label={label}
      placeholder={t('day.form')}
      value={typed}
      onChange={(words) => {
        setTyped(words);
        setWrong(false);
      }}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
      }}
      error={wrong ? t('day.wrong') : undefined}
    />
  );
}
