/** The details of one document, or of many at once. */
import { useState } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { KINDS } from '../../electron/core/document.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { Select } from '../design/Select.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import type { Edited, Field } from './edit.ts';
import { changedFields, changedOwn, isDate, ownNames, sharedValue } from './edit.ts';
import { MastheadFields } from './MastheadFields.tsx';
import { OwnFields } from './OwnFields.tsx';
import { useWords } from './words.ts';

/** Languages one can always choose; those of the library are added. */
const UN_LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

interface EditDialogProps {
  /** None: closed. */
  readonly documents: readonly DocumentSummary[];
  readonly onClose: () => void;
}

export function EditDialog({ documents, onClose }: EditDialogProps) {
  const t = useText('library');
  const format = useFormats();
  const count = documents.length;
  const title =
    count === 1 ? t('edit.titleOne') : t('edit.titleMany', { count, shown: format.number(count) });
  return (
    <Dialog title={title} isOpen={count > 0} onClose={onClose}>
      <EditForm documents={documents} onClose={onClose} />
    </Dialog>
  );
}

function EditForm({ documents, onClose }: EditDialogProps) {
  const t = useText('library');
  const words = useWords();
  const common = useText('app');
  const { data: all = [] } = useArchive('documents.list', {});
  const [edited, setEdited] = useState<Edited>({});
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const command = useCommand('documents.edit');

  const valueOf = (field: Field) => edited[field] ?? sharedValue(documents, field);
  const set = (field: Field) => (value: string) => setEdited({ ...edited, [field]: value });
  const text = (field: 'title' | 'body' | 'date' | 'symbol', hint?: string, error?: string) => (
    <TextField
      label={t(`edit.${field}`)}
      value={valueOf(field) ?? ''}
      onChange={set(field)}
      maxLength={500}
      hint={hint}
      error={error}
      {...(valueOf(field) === null ? { placeholder: t('edit.different') } : {})}
    />
  );

  const dateWrong = !isDate(valueOf('date') ?? '');
  const titleMissing = documents.length === 1 && (valueOf('title') ?? '').trim() === '';
  const languages = [...new Set([...UN_LANGUAGES, ...all.map(({ language }) => language)])]
    .filter((code) => code !== '')
    .map((id) => ({ id, label: words.language(id) }))
    .sort((a, b) => words.compare(a.label, b.label));

  const save = () => {
    if (dateWrong || titleMissing) return;
    const fields = changedFields(documents, edited);
    const ownChanged = changedOwn(documents, own);
    if (Object.keys({ ...fields, ...ownChanged }).length === 0) return onClose();
    const ids = documents.map(({ id }) => id);
    command.mutate({ ids, fields, own: ownChanged }, { onSuccess: onClose });
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {documents.length > 1 && <p>{t('edit.many')}</p>}
      {documents.length === 1 &&
        text('title', undefined, titleMissing ? t('edit.titleMissing') : undefined)}
      <div className="form-pair">
        {text('body', t('edit.bodyHint'))}
        {text('symbol')}
      </div>
      <div className="form-pair">
        {text('date', t('edit.dateHint'), dateWrong ? t('edit.dateWrong') : undefined)}
        <Select
          label={t('edit.language')}
          choices={languages}
          value={valueOf('language')}
          onChange={set('language')}
          placeholder={t('edit.different')}
        />
      </div>
      <Select
        label={t('edit.kind')}
        choices={KINDS.map((id) => ({ id, label: words.kind(id) }))}
        value={edited.kind ?? sharedValue(documents, 'kind')}
        onChange={(kind) => setEdited({ ...edited, kind })}
        placeholder={t('edit.different')}
      />
      <MastheadFields documents={documents} edited={own} onEdit={setOwn} />
      <OwnFields documents={documents} known={ownNames(all)} edited={own} onEdit={setOwn} />
      <DialogActions>
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button variant="primary" type="submit" isDisabled={dateWrong || titleMissing}>
          {common('save')}
        </Button>
      </DialogActions>
    </form>
  );
}
