/** A choice among a few named things. */
import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';

export interface Choice<K extends string> {
  readonly id: K;
  readonly label: string;
}

interface SelectProps<K extends string> {
  readonly label: string;
  /** True: the label is for screen readers only. */
  readonly hideLabel?: boolean;
  readonly choices: readonly Choice<K>[];
  /** Id of the choice made, or null. */
  readonly value: K | null;
  readonly onChange: (id: K) => void;
  readonly placeholder?: string;
}

/** A button that opens the list of choices. */
export function Select<K extends string>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
  placeholder = '',
}: SelectProps<K>) {
  return (
    <AriaSelect
      className="field"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Button className="button">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className="popover">
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} className="menu-item" textValue={choice.label}>
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
