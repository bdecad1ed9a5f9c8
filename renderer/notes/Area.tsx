/** A field for words that grows with them; Escape and Ctrl+Enter leave it. */
import { useLayoutEffect, useRef } from 'react';
import type { Writing } from './use-writing.ts';

interface AreaProps {
  readonly writing: Writing;
  readonly label: string;
  readonly placeholder?: string;
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** True: it takes the focus when it appears, behind the last word. */
  readonly takesFocus: boolean;
  readonly onLeave: () => void;
}

export function Area({
  writing,
  label,
  placeholder = '',
  lang,
  dir,
  takesFocus,
  onLeave,
}: AreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (field === null || !takesFocus) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, [takesFocus]);
  useLayoutEffect(() => {
    const field = area.current;
    if (field === null) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }, [writing.text]);
  return (
    <textarea
      ref={area}
      className="input"
      aria-label={label}
      placeholder={placeholder}
      lang={lang}
      dir={dir}
      value={writing.text}
      rows={3}
      maxLength={200_000}
      onChange={({ target }) => writing.write(target.value)}
      onBlur={() => void writing.settle()}
      onKeyDown={(event) => {
        const done =
          event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!done) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    />
  );
}
