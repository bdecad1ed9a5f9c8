/** The list of shortcuts, from the same table the handlers read. */
import { useTranslation } from 'react-i18next';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { useText } from '../i18n/index.ts';
import { printedKeys, SHORTCUT_AREAS, SHORTCUTS } from './shortcuts.ts';
import { useView } from './view.ts';

export function Help() {
  const t = useText('app');
  const words = useText('shortcuts');
  const { i18n } = useTranslation();
  const isOpen = useView((state) => state.help);
  const close = () => useView.setState({ help: false });
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={close} wide>
      <div className="shortcut-areas">
        {SHORTCUT_AREAS.map((area) => (
          <section key={area}>
            <h2>{words(`areas.${area}`)}</h2>
            <dl>
              {SHORTCUTS.filter((shortcut) => shortcut.area === area).map(({ id, keys }) => (
                <div key={id}>
                  <dt>{words(`acts.${id}`)}</dt>
                  <dd>
                    {keys.map((one) => (
                      <kbd key={one}>{printedKeys(one, i18n.language)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button autoFocus onPress={close}>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
