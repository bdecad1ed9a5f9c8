/** The languages that scans can be read in, by name, and the choices made of them. */
import type { OcrLanguage } from '../../electron/contract/views.ts';
import { languageOfCode } from '../../electron/core/recognition.ts';
import type { MenuAct } from '../design/Menu.tsx';
import type { Formats } from '../i18n/format.ts';
import { readScans } from './scans.ts';

/** 'arabe' for 'ara', 'chinois (sim)' for 'chi_sim'; the code where no name is known. */
export function languageName(code: string, format: Formats): string {
  const [, ...variant] = code.split('_');
  const name = nameOf(languageOfCode(code), format);
  return variant.length === 0 ? name : `${name} (${variant.join(' ')})`;
}

/** A menu's acts: read as usual, or in one language; nothing where there is nothing to choose. */
export function languageActs(
  ids: readonly string[],
  languages: readonly OcrLanguage[],
  usual: string,
  format: Formats,
): MenuAct[] {
  const named = languages.map(({ code }) => ({ code, name: languageName(code, format) }));
  named.sort((a, b) => format.compare(a.name, b.name));
  return [
    { id: 'usual', label: usual, act: () => readScans(ids) },
    ...named.map(({ code, name }, place) => ({
      id: code,
      label: name,
      apart: place === 0,
      act: () => readScans(ids, code),
    })),
  ];
}

function nameOf(language: string, format: Formats): string {
  try {
    return format.language(language);
  } catch {
    return language;
  }
}
