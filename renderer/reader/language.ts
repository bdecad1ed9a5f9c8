/** How a language stands on the page: its direction and its `lang` attribute. */
import type { Language } from '../../electron/core/document.ts';

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar', 'fa', 'he', 'ur']);

/** 'rtl' for the scripts that run so. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** `lang` attribute of a language; undefined where nothing tells it. */
export function langOf(language: Language): string | undefined {
  return language === 'und' ? undefined : language;
}
