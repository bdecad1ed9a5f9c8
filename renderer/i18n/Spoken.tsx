/** Draws what is below it in the interface's language, and again when another is chosen. */
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import { SpokenLanguage } from './index.ts';

export function Spoken({ children }: { readonly children: ReactNode }) {
  const language = useSyncExternalStore(follow, () => i18next.language);
  return (
    <SpokenLanguage value={language}>
      <I18nProvider locale={language === 'en' ? 'en-GB' : 'fr-FR'}>{children}</I18nProvider>
    </SpokenLanguage>
  );
}

function follow(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}
