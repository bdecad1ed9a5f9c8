/** The reader's own fields in the details of documents: those in use, and a way to a new one. */
import { useState } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { isMastheadName } from '../../electron/core/masthead.ts';
import { Button } from '../design/Button.tsx';
import { TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';
import { sharedOwn } from './edit.ts';

interface OwnFieldsProps {
  readonly documents: readonly DocumentSummary[];
  /** Names in use in the library; none: a country and a theme are proposed. */
  readonly known: readonly string[];
  readonly edited: Readonly<Record<string, string>>;
  readonly onEdit: (edited: Readonly<Record<string, string>>) => void;
}

/** Longest name of a field. */
const NAME_LENGTH = 60;

export function OwnFields({ documents, known, edited, onEdit }: OwnFieldsProps) {
  const t = useText('library');
  const [name, setName] = useState('');
  const proposed = known.length > 0 ? known : [t('edit.country'), t('edit.theme')];
  const names = [...new Set([...proposed, ...Object.keys(edited)])].filter(
    (own) => !isMastheadName(own),
  );
  const fresh = name.trim().replace(/\s+/gu, ' ');
  const canAdd = fresh !== '' && !names.includes(fresh);
  const add = (): void => {
    onEdit({ ...edited, [fresh]: '' });
    setName('');
  };
  return (
    <fieldset className="own-fields">
      <legend>{t('edit.own')}</legend>
      <p className="hint">{t('edit.ownHint')}</p>
      <div className="form-pair">
        {names.map((own) => {
          const value = edited[own] ?? sharedOwn(documents, own);
          return (
            <TextField
              key={own}
              label={own}
              value={value ?? ''}
              onChange={(typed) => onEdit({ ...edited, [own]: typed })}
              maxLength={500}
              {...(value === null ? { placeholder: t('edit.different') } : {})}
            />
          );
        })}
      </div>
      <div className="own-new">
        <TextField
          label={t('edit.ownName')}
          value={name}
          onChange={setName}
          maxLength={NAME_LENGTH}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !canAdd) return;
            // Enter adds the field; the details are not saved yet.
            event.preventDefault();
            add();
          }}
        />
        <Button isDisabled={!canAdd} onPress={add}>
          {t('edit.ownAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
