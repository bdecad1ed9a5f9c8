/** The choice to have scans read as they come in. */
import { setPreferences, usePreferences } from '../app/preferences.ts';
import { Switch } from '../design/Field.tsx';
import { useText } from '../i18n/index.ts';

export function AutomaticReading() {
  const t = useText('ocr');
  const { readScans } = usePreferences();
  return (
    <Switch isSelected={readScans} onChange={(chosen) => setPreferences({ readScans: chosen })}>
      {t('automatic')}
    </Switch>
  );
}
