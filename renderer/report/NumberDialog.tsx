/** Asks for a paragraph's official number; none is a number's absence. */
import { useState } from 'react';
import type { Block } from '../../electron/core/document.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';

interface NumberDialogProps {
  readonly block: Block;
  readonly onNumber: (number: string) => void;
  readonly onClose: () => void;
}

/** '12', '12 bis', '16 (c) (ii)', 'IV' … : a number, then a suffix or letters in brackets. */
const NUMBER = /^([0-9]{1,4}|[IVXLC]{1,7})( [a-z]{2,10})?( \([a-z]{1,5}\)){0,3}$/u;

export function NumberDialog({ block, onNumber, onClose }: NumberDialogProps) {
  const t = useText('report');
  const common = useText('app');
  const [typed, setTyped] = useState(block.number ?? '');
  const number = neutral(typed);
  const wrong = number !== '' && !NUMBER.test(number);
  return (
    <Dialog title={t('number.title')} isOpen onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong) return;
          if (number !== (block.number ?? '')) onNumber(number);
          onClose();
        }}
      >
        <TextField
          label={t('number.label')}
          hint={t('number.hint')}
          error={wrong ? t('number.wrong') : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={40}
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={wrong}>
            {common('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The neutral form of what people type: '12.' is 12, '16(c)' is 16 (c), '12bis' is 12 bis. */
function neutral(typed: string): string {
  return typed
    .trim()
    .replace(/[.)]$/u, (end) => (end === ')' && typed.includes('(') ? end : ''))
    .replace(/(\d)(?=\p{Ll})/gu, '$1 ')
    .replace(/\s*\(\s*(\p{L}+)\s*\)/gu, (_all, letters: string) => ` (${letters.toLowerCase()})`)
    .replace(/\s+/gu, ' ')
    .trim();
}
