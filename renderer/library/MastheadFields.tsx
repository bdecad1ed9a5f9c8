/** What the masthead of a United Nations document says, in the details of documents that have one. */
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { isMastheadName, MASTHEAD, mastheadName } from '../../electron/core/masthead.ts';
import { TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';
import { sharedOwn } from './edit.ts';

interface MastheadFieldsProps {
  readonly documents: readonly DocumentSummary[];
  readonly edited: Readonly<Record<string, string>>;
  readonly onEdit: (edited: Readonly<Record<string, string>>) => void;
}

/** Nothing where no document has a symbol or such a field: it would only be in the way. */
export function MastheadFields({ documents, edited, onEdit }: MastheadFieldsProps) {
  const t = useText('library');
  const has = documents.some(
    ({ symbol, own }) => symbol !== '' || Object.keys(own).some(isMastheadName),
  );
  if (!has) return null;
  return (
    <fieldset className="own-fields">
      <legend>{t('edit.masthead')}</legend>
      <div className="form-pair">
        {MASTHEAD.map((field) => {
          const name = mastheadName(field);
          const value = edited[name] ?? sharedOwn(documents, name);
          return (
            <TextField
              key={field}
              label={t(`edit.${field}`)}
              value={value ?? ''}
              onChange={(typed) => onEdit({ ...edited, [name]: typed })}
              maxLength={200}
              {...(value === null ? { placeholder: t('edit.different') } : {})}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
