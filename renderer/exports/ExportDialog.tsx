/** The dialog before notes go out: in which format, with private ones or not, and what that makes. */
import { useState } from 'react';
import type { ExportCount } from '../../electron/contract/views.ts';
import { EXPORT_FORMATS } from '../../electron/core/export.ts';
import type { ExportFormat } from '../../electron/core/export.ts';
import { attempt } from '../app/acts.ts';
import { flush } from '../app/flush.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { shell } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { Switch } from '../design/Field.tsx';
import { Select } from '../design/Select.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { useExports } from './state.ts';
import type { ExportAsked } from './state.ts';

const close = (): void => useExports.setState({ asked: null });

export function ExportDialog() {
  const t = useText('exports');
  const asked = useExports((state) => state.asked);
  return (
    <Dialog title={t('title')} isOpen={asked !== null} onClose={close}>
      {asked !== null && <Choices asked={asked} />}
    </Dialog>
  );
}

function Choices({ asked: { scope, title } }: { readonly asked: ExportAsked }) {
  const t = useText('exports');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const [form, setForm] = useState<ExportFormat>('md');
  const [withPrivate, setWithPrivate] = useState(false);
  const { data: count } = useArchive(
    'exports.count',
    { scope, private: withPrivate },
    { keepPrevious: true },
  );
  const isEmpty = count === undefined || count.out + count.wholes === 0;
  const save = (): void => {
    const name = title === '' ? t('name') : t('nameOf', { title });
    attempt(async () => {
      await flush();
      const input = { name, format: form, scope, private: withPrivate, language };
      const done = await shell('shell.export', input);
      if (done === null) return;
      close();
      notify(t('done', { count: done.out, shown: format.number(done.out) }));
    });
  };
  return (
    <div className="form">
      <p>{t(`of.${scope.type}`, { title })}</p>
      <Select
        label={t('format')}
        value={form}
        choices={EXPORT_FORMATS.map((id) => ({ id, label: t(`formats.${id}`) }))}
        onChange={setForm}
      />
      <Switch isSelected={withPrivate} onChange={setWithPrivate}>
        {t('private')}
      </Switch>
      {!withPrivate && <p className="hint">{t('privateHint')}</p>}
      <p role="status" className="export-count tabular">
        {count !== undefined && <Told count={count} />}
        {count !== undefined && isEmpty && count.private === 0 && ` ${t('none')}`}
      </p>
      {count !== undefined && isEmpty && count.private > 0 && (
        <div className="export-private" role="note">
          <p>{t('allPrivate', { count: count.private, shown: format.number(count.private) })}</p>
          <Button onPress={() => setWithPrivate(true)}>{t('include')}</Button>
        </div>
      )}
      <DialogActions>
        <Button onPress={close}>{t('cancel')}</Button>
        <Button variant="primary" isDisabled={isEmpty} onPress={save}>
          {t('save')}
        </Button>
      </DialogActions>
    </div>
  );
}

/** "12 notes, dont 3 privées laissées". */
function Told({ count: { notes, out, private: all, wholes } }: { readonly count: ExportCount }) {
  const t = useText('exports');
  const format = useFormats();
  const left = notes - out;
  return [
    t('notes', { count: notes, shown: format.number(notes) }),
    left > 0 ? t('left', { count: left, shown: format.number(left) }) : '',
    left === 0 && all > 0 ? t('along', { count: all, shown: format.number(all) }) : '',
    wholes > 0 ? t('wholes', { count: wholes, shown: format.number(wholes) }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
    .concat('.');
}
