/** What can be done with the paragraphs that are marked, and how many they are. */
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { clearPicked, usePicked } from './picked.ts';
import type { TargetActs } from './use-keys.ts';

interface PickedBarProps {
  readonly documentId: string;
  readonly keys: Pick<TargetActs, 'tag' | 'basket'>;
}

export function PickedBar({ documentId, keys }: PickedBarProps) {
  const t = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const count = usePicked((state) => (state.documentId === documentId ? state.ids.size : 0));
  if (count === 0) return null;
  return (
    <div className="picked-bar" role="toolbar" aria-label={t('picked.label')}>
      <span role="status" className="tabular">
        {t('picked.count', { count, shown: format.number(count) })}
      </span>
      <Button onPress={() => keys.tag()}>
        {t('picked.tag')} <kbd>{keysOf('tag', language)}</kbd>
      </Button>
      <Button variant="quiet" onPress={() => keys.basket()}>
        {t('picked.basket')} <kbd>{keysOf('basket', language)}</kbd>
      </Button>
      <Button variant="quiet" onPress={() => clearPicked()}>
        {t('picked.clear')} <kbd>{keysOf('unpick', language)}</kbd>
      </Button>
    </div>
  );
}
