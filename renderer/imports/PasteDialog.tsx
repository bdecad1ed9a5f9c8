/** A text that was copied somewhere, before it becomes a document: its title and its words. */
import { useState } from 'react';
import { toFault } from '../../electron/core/fault.ts';
import { openDocument } from '../app/view.ts';
import { useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { notify } from '../design/toast.ts';
import { useText } from '../i18n/index.ts';
import { copiedIn } from './clipboard.ts';
import type { Copied } from './clipboard.ts';

interface PasteDialogProps {
  /** What is in the field at first. */
  readonly copied: Copied;
  readonly onClose: () => void;
}

export function PasteDialog({ copied: first, onClose }: PasteDialogProps) {
  const t = useText('imports');
  const common = useText('app');
  const faults = useText('faults');
  const command = useCommand('imports.paste', { quiet: true });
  const [title, setTitle] = useState('');
  const [copied, setCopied] = useState(first);
  const [failed, setFailed] = useState('');
  const isEmpty = copied.text.trim() === '';

  async function add(): Promise<void> {
    const { text, html } = copied;
    const name = t('paste.name', { date: today() });
    const asked = html === null ? { title, name, text } : { title, name, text, html };
    const { documentId, isNew } = await command.mutateAsync(asked);
    onClose();
    if (!isNew) notify(t('paste.known'));
    openDocument(documentId);
  }

  return (
    <Dialog title={t('paste.title')} isOpen onClose={onClose}>
      <form
        className="form paste-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isEmpty || command.isPending) return;
          setFailed('');
          add().catch((error: unknown) => setFailed(faults(toFault(error).code)));
        }}
      >
        <TextField
          label={t('paste.field')}
          hint={t('paste.fieldHint')}
          value={title}
          onChange={setTitle}
          maxLength={500}
          autoFocus={first.text !== ''}
        />
        <TextField
          multiline
          label={t('paste.text')}
          hint={t(copied.html === null ? 'paste.textHint' : 'paste.kept')}
          error={failed === '' ? undefined : failed}
          value={copied.text}
          // Words changed by hand are no longer those of the page that was copied.
          onChange={(text) => setCopied({ text, html: null })}
          onPaste={(event) => {
            const pasted = isEmpty ? copiedIn(event.clipboardData) : null;
            if (pasted === null) return;
            event.preventDefault();
            setCopied(pasted);
          }}
          autoFocus={first.text === ''}
        />
        <DialogActions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={isEmpty}>
            {t(command.isPending ? 'paste.adding' : 'paste.add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** '22.11.2026', the same in both languages, and fit for a file's name. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(now.getDate())}.${two(now.getMonth() + 1)}.${String(now.getFullYear())}`;
}
