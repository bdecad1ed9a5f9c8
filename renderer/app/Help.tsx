/** The list of shortcuts, from the same table the handlers read. */
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePreferences } from './preferences.ts';
import { keysNow, printedKeys, SHORTCUT_AREAS, SHORTCUTS } from './shortcuts.ts';
import { useView } from './view.ts';

export function Help() {
  const t = useText('app');
  const words = useText('shortcuts');
  const language = useLanguage();
  // The list follows keys that are changed.
  usePreferences();
  const isOpen = useView((state) => state.help);
  const close = () => useView.setState({ help: false });
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={close} wide>
      <div className="shortcut-areas">
        {SHORTCUT_AREAS.map((area) => (
          <section key={area}>
            <h2>{words(`areas.${area}`)}</h2>
            <dl>
              {SHORTCUTS.filter(
                (shortcut) => shortcut.area === area && keysNow(shortcut).length > 0,
              ).map((shortcut) => (
                <div key={shortcut.id}>
                  <dt>{words(`acts.${shortcut.id}`)}</dt>
                  <dd>
                    {keysNow(shortcut).map((one) => (
                      <kbd key={one}>{printedKeys(one, language)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button onPress={() => useView.setState({ help: false, changingKeys: true })}>
          {words('keys.change')}
        </Button>
        <Button autoFocus onPress={close}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
