/**
 * Asks for a locked file's password and has it opened: a button, a small dialog, and what is said
 * when the password does not fit. What was typed goes to the archive and stays in memory.
 */
import { useRef, useState } from 'react';
import { toFault } from '../../electron/core/fault.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';
import { remember } from './known.ts';

/** What is opened: a file of the latest import, or the original of a document. */
export type Locked =
  | { readonly type: 'import'; readonly locked: string }
  | { readonly type: 'document'; readonly id: string };

interface UnlockProps {
  readonly what: Locked;
  /** The file's name. */
  readonly name: string;
  readonly onOpened?: () => void;
}

/** The button, and the dialog that it opens. */
export function Unlock({ what, name, onOpened }: UnlockProps) {
  const t = useText('password');
  const { data: info } = useArchive('library.info', {});
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        isDisabled={info?.readOnly !== null}
        onPress={() => setAsking(true)}
        aria-label={`${t('enter')} ${name}`}
      >
        {t('enter')}
      </Button>
      {asking && (
        <UnlockDialog
          what={what}
          name={name}
          onClose={() => setAsking(false)}
          onOpened={() => {
            setAsking(false);
            onOpened?.();
          }}
        />
      )}
    </>
  );
}

interface DialogProps extends UnlockProps {
  readonly onClose: () => void;
  readonly onOpened: () => void;
}

function UnlockDialog({ what, name, onClose, onOpened }: DialogProps) {
  const t = useText('password');
  const common = useText('app');
  const faults = useText('faults');
  const imports = useCommand('imports.unlock', { quiet: true });
  const documents = useCommand('documents.unlock', { quiet: true });
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState('');
  const opening = imports.isPending || documents.isPending;

  async function open(): Promise<void> {
    const opened =
      what.type === 'import'
        ? await imports.mutateAsync({ locked: what.locked, password })
        : await documents.mutateAsync({ id: what.id, password });
    remember(opened.originalHash, password);
    onOpened();
  }

  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (password === '' || opening) return;
          setRefused('');
          open().catch((error: unknown) => {
            const { code } = toFault(error);
            setRefused(code === 'password-wrong' ? t('wrong') : faults(code));
            field.current?.focus();
            field.current?.select();
          });
        }}
      >
        <TextField
          type="password"
          autoComplete="off"
          label={t('field', { name })}
          hint={t('about')}
          error={refused === '' ? undefined : refused}
          value={password}
          onChange={(typed) => {
            setPassword(typed);
            setRefused('');
          }}
          inputRef={field}
          maxLength={1_000}
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={password === ''}>
            {t(opening ? 'opening' : 'open')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
