/** The dialog in which colours get their names and meanings: saved at every pause, one entry a visit. */
import { useState } from 'react';
import type { HighlightColour } from '../../electron/core/annotation.ts';
import type { ColourMeaning } from '../../electron/core/colour.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';
import { useWriting } from '../notes/use-writing.ts';
import { useColoursDialog } from './state.ts';
import './colours.css';

const close = (): void => useColoursDialog.setState({ open: false });

export function ColoursDialog() {
  const t = useText('reader');
  const isOpen = useColoursDialog(({ open }) => open);
  return (
    <Dialog title={t('meanings.title')} isOpen={isOpen} onClose={close} wide>
      <Rows />
    </Dialog>
  );
}

function Rows() {
  const t = useText('reader');
  const { data } = useArchive('colours.list', {});
  const { data: info } = useArchive('library.info', {});
  const [visit] = useState(() => crypto.randomUUID());
  if (data === undefined || info === undefined) return null;
  return (
    <div className="form">
      <p className="hint">{t('meanings.hint')}</p>
      {data.map((one) => (
        <Row key={one.colour} given={one} visit={visit} isReadOnly={info.readOnly !== null} />
      ))}
      <DialogActions>
        <Button variant="primary" onPress={close}>
          {t('meanings.close')}
        </Button>
      </DialogActions>
    </div>
  );
}

interface RowProps {
  readonly given: ColourMeaning;
  readonly visit: string;
  readonly isReadOnly: boolean;
}

function Row({ given, visit, isReadOnly }: RowProps) {
  const t = useText('reader');
  const { colour } = given;
  const plain = t(`colours.${colour}`);
  return (
    <div className="colour-row" role="group" aria-label={plain}>
      <span className="colour-sample" data-colour={colour} aria-hidden="true">
        {t('meanings.sample')}
      </span>
      <Words
        colour={colour}
        field="name"
        label={t('meanings.name')}
        placeholder={plain}
        {...{ value: given.name, visit, isReadOnly }}
      />
      <Words
        colour={colour}
        field="meaning"
        label={t('meanings.meaning')}
        placeholder={t('meanings.example')}
        {...{ value: given.meaning, visit, isReadOnly }}
      />
    </div>
  );
}

interface WordsProps {
  readonly colour: HighlightColour;
  readonly field: 'name' | 'meaning';
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly visit: string;
  readonly isReadOnly: boolean;
}

function Words({ colour, field, label, placeholder, value, visit, isReadOnly }: WordsProps) {
  const { mutateAsync: edit } = useCommand('colours.edit');
  const writing = useWriting(
    value,
    async (words) => {
      await edit({ colour, fields: { [field]: words }, visit });
    },
    visit,
  );
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      value={writing.text}
      onChange={writing.write}
      isReadOnly={isReadOnly}
      maxLength={120}
    />
  );
}
