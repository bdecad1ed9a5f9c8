/** The name that signs notes: asked lightly, changed at any time. */
import { useState } from 'react';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';
import { useView } from './view.ts';

export function AuthorDialog() {
  const t = useText('app');
  const isOpen = useView((state) => state.askingAuthor);
  const close = () => useView.setState({ askingAuthor: false });
  return (
    <Dialog title={t('author.title')} isOpen={isOpen} onClose={close}>
      <AuthorForm onDone={close} />
    </Dialog>
  );
}

function AuthorForm({ onDone }: { readonly onDone: () => void }) {
  const t = useText('app');
  const { data: info } = useArchive('library.info', {});
  const [typed, setTyped] = useState<string | null>(null);
  const command = useCommand('author.name');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        command.mutate({ name: (typed ?? info?.author ?? '').trim() }, { onSuccess: onDone });
      }}
    >
      <TextField
        label={t('author.label')}
        hint={t('author.hint')}
        value={typed ?? info?.author ?? ''}
        onChange={setTyped}
        maxLength={120}
        autoFocus
      />
      <DialogActions>
        <Button onPress={onDone}>{t('cancel')}</Button>
        <Button variant="primary" type="submit">
          {t('save')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** The same question in a single line, on the first screen; it can be left alone. */
export function AuthorQuestion() {
  const t = useText('app');
  const [name, setName] = useState('');
  const command = useCommand('author.name');
  return (
    <form
      className="author-question"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') command.mutate({ name: name.trim() });
      }}
    >
      <TextField
        label={t('author.ask')}
        hint={t('author.hint')}
        value={name}
        onChange={setName}
        maxLength={120}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('save')}
      </Button>
    </form>
  );
}
