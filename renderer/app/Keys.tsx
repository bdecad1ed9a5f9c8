/** The single keys, each to be changed or emptied, and the switch that turns all of them off. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { Switch, TextField } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';
import { allowedKeys, clashOf, isSingle, withKey } from './key-choices.ts';
import {
  interfaceLanguage,
  setPreferences,
  usePreferences,
  usePreferenceState,
} from './preferences.ts';
import { printedKeys, SHORTCUT_AREAS, SHORTCUTS } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';
import { useView } from './view.ts';

const SINGLE = SHORTCUTS.filter(({ keys }) => keys.some(isSingle));
const AREAS = SHORTCUT_AREAS.filter((area) => SINGLE.some((act) => act.area === area));

export function Keys() {
  const t = useText('shortcuts');
  const app = useText('app');
  const { letters } = usePreferences();
  const isOpen = useView((state) => state.changingKeys);
  const close = () => useView.setState({ changingKeys: false });
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onClose={close} wide>
      <div className="keys-switch">
        <Switch isSelected={letters} onChange={(on) => setPreferences({ letters: on })}>
          {t(letters ? 'keys.lettersOn' : 'keys.lettersOff')}
        </Switch>
        <p className="hint">{t('keys.lettersHint')}</p>
      </div>
      <p>{t('keys.hint')}</p>
      <div className="key-areas">
        {AREAS.map((area) => (
          <section key={area}>
            <h2>{t(`areas.${area}`)}</h2>
            {SINGLE.filter((act) => act.area === area).map((act) => (
              <KeyField key={act.id} act={act} />
            ))}
          </section>
        ))}
      </div>
      <DialogActions>
        <Button onPress={() => setPreferences({ keys: {}, letters: true })}>
          {t('keys.reset')}
        </Button>
        <Button variant="primary" onPress={close}>
          {app('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function KeyField({ act }: { readonly act: Shortcut }) {
  const t = useText('shortcuts');
  const language = usePreferenceState(interfaceLanguage);
  const { keys, letters } = usePreferences();
  const [refused, setRefused] = useState<{ readonly key: string; readonly by: Shortcut } | null>(
    null,
  );
  const set = allowedKeys(act.id, act.keys, { keys, letters: true }).find(isSingle) ?? '';
  const change = (typed: string): void => {
    // The newest letter counts: what stood there need not be wiped out first.
    const key = [...typed.replace(set, '').trim()].at(-1) ?? '';
    const by = key === '' ? null : clashOf(act, key, SHORTCUTS, { keys, letters });
    setRefused(by === null ? null : { key, by });
    if (by === null) setPreferences({ keys: withKey(keys, act, key) });
  };
  return (
    <div className="key-field">
      <span aria-hidden="true">{t(`acts.${act.id}`)}</span>
      <TextField
        aria-label={t('keys.key', { act: t(`acts.${act.id}`) })}
        value={set}
        placeholder={t('keys.none')}
        isDisabled={!letters}
        error={
          refused === null
            ? undefined
            : t('keys.clash', {
                key: printedKeys(refused.key, language),
                act: t(`acts.${refused.by.id}`),
              })
        }
        onChange={change}
        onBlur={() => setRefused(null)}
      />
    </div>
  );
}
