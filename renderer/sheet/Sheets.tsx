/** Which sheet is in use, and the acts on sheets as wholes: another one, a copy, one less. */
import { useState } from 'react';
import type { SheetSummary } from '../../electron/contract/views.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { flush } from '../app/flush.ts';
import { call } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { Select } from '../design/Select.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

export function Sheets({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const t = useText('sheet');
  const format = useFormats();
  const { data: sheets = [] } = useArchive('sheets.list', {});
  const [naming, setNaming] = useState<'new' | 'duplicate' | null>(null);
  const current = sheets.find((one) => one.current);
  const titleOf = ({ title }: SheetSummary): string =>
    title === '' ? t('sheets.untitled') : title;
  /** What is still being typed belongs to the sheet that is left. */
  const after = (act: () => Promise<unknown>): void =>
    attempt(async () => {
      await flush();
      await act();
    });
  const remove = (sheet: SheetSummary): void =>
    after(async () => {
      await call('sheets.delete', { id: sheet.id });
      notify(t('sheets.deleted', { title: titleOf(sheet) }), {
        label: t('undo'),
        run: () => attempt(() => stepHistory('undo')),
      });
    });
  if (isReadOnly) return null;
  return (
    <>
      {sheets.length > 1 && current !== undefined && (
        <Select
          label={t('sheets.label')}
          hideLabel
          value={current.id}
          choices={sheets.map((one) => ({
            id: one.id,
            label: t('sheets.option', {
              title: titleOf(one),
              shown: format.number(one.paragraphs),
            }),
          }))}
          onChange={(id) => after(() => call('sheets.choose', { id }))}
        />
      )}
      <MenuButton
        label={t('sheets.menu')}
        acts={[
          { id: 'new', label: t('sheets.new'), act: () => setNaming('new') },
          {
            id: 'duplicate',
            label: t('sheets.duplicate'),
            disabled: current === undefined,
            act: () => setNaming('duplicate'),
          },
          {
            id: 'delete',
            label: t('sheets.delete'),
            apart: true,
            disabled: current === undefined,
            act: () => {
              if (current !== undefined) remove(current);
            },
          },
        ]}
      >
        <Button>{t('sheets.menu')}</Button>
      </MenuButton>
      {naming !== null && (
        <NameDialog
          kind={naming}
          initial={
            naming === 'duplicate' && current !== undefined
              ? t('sheets.copyName', { title: titleOf(current) })
              : ''
          }
          onClose={() => setNaming(null)}
          onName={(title) =>
            after(() =>
              naming === 'duplicate' && current !== undefined
                ? call('sheets.duplicate', { id: current.id, title })
                : call('sheets.create', { title }),
            )
          }
        />
      )}
    </>
  );
}

interface NameDialogProps {
  readonly kind: 'new' | 'duplicate';
  readonly initial: string;
  readonly onName: (title: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ kind, initial, onName, onClose }: NameDialogProps) {
  const t = useText('sheet');
  const [title, setTitle] = useState(initial);
  const isEmpty = title.trim() === '';
  return (
    <Dialog
      title={t(kind === 'new' ? 'sheets.newTitle' : 'sheets.duplicateTitle')}
      isOpen
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isEmpty) return;
          onName(title);
          onClose();
        }}
      >
        <TextField
          label={t('sheets.name')}
          value={title}
          onChange={setTitle}
          maxLength={200}
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{t('sheets.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={isEmpty}>
            {t(kind === 'new' ? 'sheets.make' : 'sheets.copy')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
