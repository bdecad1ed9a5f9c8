/** The place where a note is written: it grows with the words and says quietly that they are safe. */
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { directionOf } from '../reader/language.ts';
import { Area } from './Area.tsx';
import type { SaveState } from './saver.ts';
import type { Writing } from './use-writing.ts';

interface EditorProps {
  readonly writing: Writing;
  readonly label: string;
  /** Language of the words where it is known: a working translation's. */
  readonly language?: string;
  /** The reader is done: Escape, Ctrl+Enter or the button. What waited has been saved. */
  readonly onLeave: () => void;
}

export function Editor({ writing, label, language, onLeave }: EditorProps) {
  const t = useText('notes');
  const leave = (): void => void writing.settle().then(onLeave);
  return (
    <div className="editor">
      <Area
        writing={writing}
        label={label}
        placeholder={t(language === undefined ? 'editor.placeholder' : 'editor.translation')}
        lang={language}
        dir={language === undefined ? undefined : directionOf(language)}
        takesFocus
        onLeave={leave}
      />
      <EditorFoot
        state={writing.text === '' && writing.state === 'saved' ? null : writing.state}
        onLeave={leave}
      />
    </div>
  );
}

interface EditorFootProps {
  /** Null: nothing to say yet. */
  readonly state: SaveState | null;
  readonly onLeave: () => void;
}

/** Whether the words are safe, and the way out. */
export function EditorFoot({ state, onLeave }: EditorFootProps) {
  const t = useText('notes');
  return (
    <div className="editor-foot">
      <span className="save-state" data-state={state ?? 'saved'} role="status">
        {state === null ? '' : t(`editor.${state}`)}
      </span>
      <Button variant="quiet" onPress={onLeave}>
        {t('editor.done')}
        <kbd>{t('editor.key')}</kbd>
      </Button>
    </div>
  );
}
