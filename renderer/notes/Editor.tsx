/** The place where a note is written: it grows with the words and says quietly that they are safe. */
import { useLayoutEffect, useRef } from 'react';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import type { Writing } from './use-writing.ts';

interface EditorProps {
  readonly writing: Writing;
  readonly label: string;
  /** The reader is done: Escape, Ctrl+Enter or the button. What waited has been saved. */
  readonly onLeave: () => void;
}

export function Editor({ writing, label, onLeave }: EditorProps) {
  const t = useText('notes');
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (field === null) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);
  useLayoutEffect(() => {
    const field = area.current;
    if (field === null) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }, [writing.text]);

  const leave = (): void => void writing.settle().then(onLeave);
  return (
    <div className="editor">
      <textarea
        ref={area}
        className="input"
        aria-label={label}
        placeholder={t('editor.placeholder')}
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
          leave();
        }}
      />
      <div className="editor-foot">
        <span className="save-state" data-state={writing.state} role="status">
          {writing.text === '' && writing.state === 'saved' ? '' : t(`editor.${writing.state}`)}
        </span>
        <Button variant="quiet" onPress={leave}>
          {t('editor.done')}
          <kbd>{t('editor.key')}</kbd>
        </Button>
      </div>
    </div>
  );
}
