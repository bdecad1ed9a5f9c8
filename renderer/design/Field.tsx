/** Fields with their label, their hint and their error, tied together for screen readers. */
import type { Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Switch as AriaSwitch,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import type {
  SwitchProps as AriaSwitchProps,
  TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import type { ReactNode } from 'react';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  /** Visible label; without one give `aria-label`. */
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  /** True: several lines. */
  readonly multiline?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

/** One line of text, or several. */
export function TextField({
  label,
  hint,
  error,
  placeholder = '',
  multiline = false,
  inputRef,
  areaRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField {...props} className="field" isInvalid={error !== undefined && error !== ''}>
      {label !== undefined && <Label>{label}</Label>}
      {multiline ? (
        <TextArea className="input" placeholder={placeholder} ref={areaRef ?? null} />
      ) : (
        <Input className="input" placeholder={placeholder} ref={inputRef ?? null} />
      )}
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="invalid">{error}</FieldError>
    </AriaTextField>
  );
}

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'children'> {
  readonly children: ReactNode;
}

/** An on-off choice that takes effect at once. */
export function Switch({ children, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className="switch">
      <span className="track" aria-hidden="true" />
      {children}
    </AriaSwitch>
  );
}
