/** Buttons: words first; where an icon stands alone its words are in the name and the tooltip. */
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton as AriaToggle } from 'react-aria-components';
import type { ButtonProps as AriaButtonProps, ToggleButtonProps } from 'react-aria-components';
import { Hint } from './Hint.tsx';

/** `danger`: what can't be taken back. */
type Variant = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly variant?: Variant;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button with words. */
export function Button({ variant = 'plain', className = '', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button ${variant} ${className}`} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  /** Keys that do the same, as printed; shown in the tooltip. */
  readonly keys?: string;
}

/** A button of one icon, with its words as name and tooltip. */
export function IconButton({
  label,
  keys,
  variant = 'quiet',
  className = '',
  ...props
}: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <AriaButton {...props} aria-label={label} className={`button icon ${variant} ${className}`} />
    </Hint>
  );
}

export interface ChipProps extends Omit<ToggleButtonProps, 'className' | 'children'> {
  readonly children: ReactNode;
}

/** A small switch with words: a filter, an expansion. */
export function Chip(props: ChipProps) {
  return <AriaToggle {...props} className="chip" />;
}
