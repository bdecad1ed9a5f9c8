/**
 * The reader's preferences in the window: read once from the shell, changed here at once and kept
 * by the shell. It knows how theme, language and text size reach the page.
 */
import i18next from 'i18next';
import { create } from 'zustand';
import type { Preferences, StartFacts } from '../../electron/contract/shell.ts';
import { shell } from '../client.ts';
import { startLanguages } from '../i18n/index.ts';
import { chooseKeys } from './key-choices.ts';

export type InterfaceLanguage = 'fr' | 'en';

const INITIAL: Preferences = {
  language: null,
  theme: 'system',
  textSize: 18,
  readingFont: 'serif',
  readingWidth: 'narrow',
  readingLeading: 'normal',
  leftRail: true,
  rightPanel: true,
  highlight: 'yellow',
  readScans: false,
  keys: {},
  letters: true,
  recentActs: [],
};

interface PreferenceState {
  readonly preferences: Preferences;
  /** What the system asks for, where the reader chose nothing. */
  readonly systemLanguage: InterfaceLanguage;
}

export const usePreferenceState = create<PreferenceState>(() => ({
  preferences: INITIAL,
  systemLanguage: 'fr',
}));

/** The reader's preferences. */
export function usePreferences(): Preferences {
  return usePreferenceState((state) => state.preferences);
}

/** The language the interface speaks now. */
export function interfaceLanguage({
  preferences,
  systemLanguage,
}: PreferenceState): InterfaceLanguage {
  return preferences.language ?? systemLanguage;
}

/** Changes preferences: shown at once, then kept. */
export function setPreferences(changed: Partial<Preferences>): void {
  usePreferenceState.setState(({ preferences }) => ({
    preferences: { ...preferences, ...changed },
  }));
  apply();
  void shell('shell.preferences', changed);
}

/** Takes what the page was given at its start; the sentences and the first drawing follow it. */
export function startPreferences(facts: StartFacts): void {
  const systemLanguage = facts.systemLanguage.toLowerCase().startsWith('en') ? 'en' : 'fr';
  usePreferenceState.setState({ preferences: facts.preferences, systemLanguage });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  startLanguages(interfaceLanguage(usePreferenceState.getState()));
  apply();
}

/** Puts theme, language and reading type where style sheets and screen readers look for them. */
function apply(): void {
  const state = usePreferenceState.getState();
  const { theme, textSize, readingFont, readingWidth, readingLeading } = state.preferences;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  chooseKeys(state.preferences);
  const page = document.documentElement;
  page.dataset['theme'] = theme === 'system' ? (dark ? 'dark' : 'light') : theme;
  page.dataset['readingFont'] = readingFont;
  page.dataset['readingWidth'] = readingWidth;
  page.dataset['readingLeading'] = readingLeading;
  page.style.setProperty('--reading-size', `${textSize}px`);
  const language = interfaceLanguage(state);
  page.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
