/** The languages that recognition can read: which there are, one more from a file, one less. */
import i18next from 'i18next';
import { useState } from 'react';
import type { OcrLanguage } from '../../electron/contract/views.ts';
import { attempt } from '../app/acts.ts';
import { call, shell } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { languageName } from './languages.ts';
import './ocr.css';

/** Bytes in a megabyte, as people count it. */
const MEGABYTE = 1_000_000;

/** The button, and the dialog it opens. */
export function RecognitionLanguages() {
  const t = useText('ocr');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t('languages.button')}
      </Button>
      <Dialog title={t('languages.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Languages onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Languages({ onClose }: { readonly onClose: () => void }) {
  const t = useText('ocr');
  const [adding, setAdding] = useState(false);
  const { data: info } = useArchive('library.info', {});
  const { data: languages = [] } = useArchive('ocr.languages', {});
  const writable = info?.readOnly === null;
  const add = async (): Promise<void> => {
    setAdding(true);
    try {
      const added = await shell('shell.addOcrLanguage', {});
      if (added) notify(i18next.getFixedT(null, 'ocr')('languages.done'));
    } finally {
      setAdding(false);
    }
  };
  return (
    <>
      <p className="languages-about">{t('languages.about')}</p>
      <ul className="languages" aria-label={t('languages.list')}>
        {languages.map((language) => (
          <Row key={language.code} language={language} writable={writable} />
        ))}
      </ul>
      <DialogActions>
        <Button isDisabled={!writable || adding} onPress={() => attempt(add)}>
          {t(adding ? 'languages.adding' : 'languages.add')}
        </Button>
        <Button variant="primary" onPress={onClose}>
          {t('languages.close')}
        </Button>
      </DialogActions>
    </>
  );
}

interface RowProps {
  readonly language: OcrLanguage;
  readonly writable: boolean;
}

function Row({ language: { code, bytes, added }, writable }: RowProps) {
  const t = useText('ocr');
  const format = useFormats();
  const name = languageName(code, format);
  const size = format.number(Math.max(0.1, Math.round((bytes / MEGABYTE) * 10) / 10));
  const remove = (): void =>
    attempt(async () => {
      await call('ocr.removeLanguage', { code });
      notify(t('languages.removed', { name }));
    });
  return (
    <li className="language">
      <span className="language-name">
        {name} <code>{code}</code>
      </span>
      <span className="language-origin">
        {added ? t('languages.added', { shown: size }) : t('languages.own')}
      </span>
      {added && (
        <Button
          variant="quiet"
          isDisabled={!writable}
          aria-label={t('languages.removeOf', { name })}
          onPress={remove}
        >
          {t('languages.remove')}
        </Button>
      )}
    </li>
  );
}
