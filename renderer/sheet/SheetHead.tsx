/** Over the paper: how much is on it, in which languages, and every way out. */
import { Printer } from 'lucide-react';
import type { SheetView } from '../../electron/contract/views.ts';
import { SHEET_LANGUAGES } from '../../electron/core/sheet.ts';
import { attempt, stepHistory } from '../app/acts.ts';
import { flush } from '../app/flush.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { call, shell } from '../client.ts';
import { useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Switch } from '../design/Field.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { Select } from '../design/Select.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { Sheets } from './Sheets.tsx';

interface SheetHeadProps {
  readonly sheet: SheetView;
  readonly isReadOnly: boolean;
  readonly onPrint: () => void;
}

export function SheetHead({ sheet, isReadOnly, onPrint }: SheetHeadProps) {
  const t = useText('sheet');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { mutate: edit } = useCommand('sheet.edit');
  const { mutateAsync: empty } = useCommand('sheet.empty');
  const count = sheet.entries.length;
  const left = sheet.entries.reduce((sum, { notesLeft }) => sum + notesLeft, 0);
  const name = sheet.title === '' ? t('title') : sheet.title;
  const saved = (done: boolean): void => {
    if (done) notify(t('saved'));
  };
  /** What is still being typed is saved first: the file is made from the library. */
  const out = (act: () => Promise<void>): void =>
    attempt(async () => {
      await flush();
      await act();
    });
  const savePdf = () => out(async () => saved(await shell('shell.savePdf', { name })));
  const save = (form: 'docx' | 'html') =>
    out(async () => saved(await shell('shell.saveSheet', { name, format: form, language })));
  const copy = () =>
    out(async () => {
      const { text } = await call('sheet.text', { language });
      await shell('shell.copy', { text });
      notify(t('copied'));
    });
  const clear = () =>
    out(async () => {
      await empty({});
      notify(t('emptied'), { label: t('undo'), run: () => attempt(() => stepHistory('undo')) });
    });
  return (
    <header className="screen-head sheet-head">
      <h1>{t('title')}</h1>
      <p className="screen-count tabular" role="status">
        {[
          t('count', { count, shown: format.number(count) }),
          left === 0 ? '' : t('notesLeft', { count: left, shown: format.number(left) }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <div className="screen-acts">
        <Sheets isReadOnly={isReadOnly} />
      </div>
      {count > 0 && (
        <div className="screen-acts">
          <Button variant="primary" onPress={onPrint}>
            <Printer aria-hidden="true" />
            {t('print')}
            <kbd>{keysOf('printSheet', language)}</kbd>
          </Button>
          <Button onPress={savePdf}>{t('pdf')}</Button>
          <Button onPress={copy}>{t('copy')}</Button>
          <MenuButton
            label={t('more')}
            acts={[
              { id: 'docx', label: t('docx'), act: () => save('docx') },
              { id: 'html', label: t('html'), act: () => save('html') },
              {
                id: 'empty',
                label: t('empty'),
                apart: true,
                disabled: isReadOnly,
                act: clear,
              },
            ]}
          >
            <Button>{t('more')}</Button>
          </MenuButton>
        </div>
      )}
      {count > 0 && !isReadOnly && (
        <div className="sheet-choices">
          <Select
            label={t('languages.label')}
            hideLabel
            value={sheet.languages}
            choices={SHEET_LANGUAGES.map((id) => ({ id, label: t(`languages.${id}`) }))}
            onChange={(languages) => edit({ fields: { languages } })}
          />
          <Switch
            isSelected={sheet.privateNotes}
            onChange={(privateNotes) => edit({ fields: { privateNotes } })}
          >
            {t('privateNotes')}
          </Switch>
        </div>
      )}
    </header>
  );
}
