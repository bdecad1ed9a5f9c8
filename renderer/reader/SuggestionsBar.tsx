/** How many tags are suggested in the document, the way to the next, and acts on all of them. */
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useShortcuts } from '../app/keyboard.ts';
import { keysOf } from '../app/shortcuts.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { useSuggestionActs } from '../tags/use-suggestions.ts';
import { goTo, useReading } from './reading.ts';
import type { Suggested } from './suggested.ts';

interface SuggestionsBarProps {
  readonly documentId: string;
  readonly suggested: Suggested;
  /** Ids of the document's paragraphs in the order of the text. */
  readonly order: readonly string[];
}

export function SuggestionsBar({ documentId, suggested, order }: SuggestionsBarProps) {
  const t = useText('coding');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const { accept, dismiss } = useSuggestionActs();
  const all = [...suggested.values()].flat();
  const here = (): readonly (typeof all)[number][] =>
    suggested.get(useReading.getState().current[documentId] ?? '') ?? [];
  const next = (): void => {
    const at = order.indexOf(useReading.getState().current[documentId] ?? '');
    const places = order.flatMap((id, place) => (suggested.has(id) ? [place] : []));
    const place = places.find((one) => one > at) ?? places[0];
    const id = place === undefined ? undefined : order[place];
    if (id !== undefined) goTo(documentId, id);
  };
  useShortcuts('reader', {
    acceptSuggestions: () => (here().length > 0 ? accept(here()) : false),
    dismissSuggestions: () => (here().length > 0 ? dismiss(here()) : false),
    nextSuggestion: () => (all.length > 0 ? next() : false),
  });
  if (all.length === 0) return null;
  return (
    <div className="picked-bar" role="group" aria-label={t('suggestions.bar')}>
      <span role="status" className="tabular">
        {t('suggestions.count', { count: all.length, shown: format.number(all.length) })}
      </span>
      <Button variant="quiet" onPress={next}>
        {t('suggestions.next')} <kbd>{keysOf('nextSuggestion', language)}</kbd>
      </Button>
      <Button variant="quiet" onPress={() => accept(all)}>
        {t('suggestions.acceptAll')}
      </Button>
      <Button variant="quiet" onPress={() => dismiss(all)}>
        {t('suggestions.dismissAll')}
      </Button>
    </div>
  );
}
