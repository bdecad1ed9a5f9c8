/**
 * The interface's languages: one resource per area and language, typed by the French one. The
 * language can be switched at run time; `useText(area)` follows it.
 */
import i18next from 'i18next';
import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import enApp from './en/app.json';
import enCoding from './en/coding.json';
import enErase from './en/erase.json';
import enExports from './en/exports.json';
import enFaults from './en/faults.json';
import enFolders from './en/folders.json';
import enImports from './en/imports.json';
import enLibrary from './en/library.json';
import enNotes from './en/notes.json';
import enOcr from './en/ocr.json';
import enPassword from './en/password.json';
import enReader from './en/reader.json';
import enReport from './en/report.json';
import enSearch from './en/search.json';
import enSheet from './en/sheet.json';
import enShortcuts from './en/shortcuts.json';
import enTags from './en/tags.json';
import frApp from './fr/app.json';
import frCoding from './fr/coding.json';
import frErase from './fr/erase.json';
import frExports from './fr/exports.json';
import frFaults from './fr/faults.json';
import frFolders from './fr/folders.json';
import frImports from './fr/imports.json';
import frLibrary from './fr/library.json';
import frNotes from './fr/notes.json';
import frOcr from './fr/ocr.json';
import frPassword from './fr/password.json';
import frReader from './fr/reader.json';
import frReport from './fr/report.json';
import frSearch from './fr/search.json';
import frSheet from './fr/sheet.json';
import frShortcuts from './fr/shortcuts.json';
import frTags from './fr/tags.json';

const fr = {
  app: frApp,
  coding: frCoding,
  erase: frErase,
  exports: frExports,
  faults: frFaults,
  folders: frFolders,
  imports: frImports,
  library: frLibrary,
  notes: frNotes,
  ocr: frOcr,
  password: frPassword,
  reader: frReader,
  report: frReport,
  search: frSearch,
  sheet: frSheet,
  shortcuts: frShortcuts,
  tags: frTags,
};
const en: { readonly [A in Area]: object } = {
  app: enApp,
  coding: enCoding,
  erase: enErase,
  exports: enExports,
  faults: enFaults,
  folders: enFolders,
  imports: enImports,
  library: enLibrary,
  notes: enNotes,
  ocr: enOcr,
  password: enPassword,
  reader: enReader,
  report: enReport,
  search: enSearch,
  sheet: enSheet,
  shortcuts: enShortcuts,
  tags: enTags,
};

export type Resources = typeof fr;
/** A part of the interface with its own file of sentences. */
export type Area = keyof Resources;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Resources;
  }
}

/** Makes the sentences ready, at once: they are in the page's own script. */
export function startLanguages(language: 'fr' | 'en'): void {
  void i18next.init({
    lng: language,
    initAsync: false,
    fallbackLng: 'fr',
    ns: Object.keys(fr),
    defaultNS: 'app',
    resources: { fr, en },
    interpolation: { escapeValue: false },
  });
}

/** The language the interface speaks; `Spoken` gives it to what is below. */
export const SpokenLanguage = createContext<string | null>(null);

/** The language the interface speaks at the moment: 'fr' or 'en'. */
export function useLanguage(): string {
  return useContext(SpokenLanguage) ?? i18next.language;
}

const sentences = new Map<string, unknown>();

/**
 * The sentences of one area, in the language of the moment. A long list asks for them thousands of
 * times, so asking is a look at the context, without a subscription of each component's own.
 */
export function useText<A extends Area>(area: A): TFunction<A> {
  const language = useLanguage();
  const key = `${language} ${area}`;
  const known = sentences.get(key) ?? i18next.getFixedT(language, area);
  sentences.set(key, known);
  return known as TFunction<A>;
}
