/**
 * The table of acts: each once, with its keys if it has any, the area where it holds and its sentence.
 * Handlers, menus, the palette and the help read it, so that they can't disagree.
 */
import { allowedKeys } from './key-choices.ts';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type frShortcuts from '../i18n/fr/shortcuts.json';

/**
 * Where a shortcut holds: everywhere, in the library's list, in the reading view, on the original's
 * pages, in results, on the sheet.
 */
export const SHORTCUT_AREAS = [
  'everywhere',
  'library',
  'reader',
  'original',
  'search',
  'sheet',
] as const;
export type ShortcutArea = (typeof SHORTCUT_AREAS)[number];
export type ShortcutId = keyof (typeof frShortcuts)['acts'];

export interface Shortcut {
  readonly id: ShortcutId;
  readonly area: ShortcutArea;
  /**
   * Each one does it: 'Ctrl+K', 'F6', 'Alt+ArrowLeft', 'n'. Modifiers in the order Ctrl Alt Shift.
   * None: the act is in the palette and in a menu only. Single letters are as shipped: the reader may
   * have chosen others, see `keysNow`.
   */
  readonly keys: readonly string[];
  /** True: the element in focus (a list, a table) answers it itself; it stands here for the help. */
  readonly native?: boolean;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'search', area: 'everywhere', keys: ['Ctrl+K'] },
  { id: 'back', area: 'everywhere', keys: ['Alt+ArrowLeft'] },
  { id: 'forward', area: 'everywhere', keys: ['Alt+ArrowRight'] },
  { id: 'library', area: 'everywhere', keys: ['Ctrl+L'] },
  { id: 'import', area: 'everywhere', keys: ['Ctrl+O'] },
  { id: 'leftRail', area: 'everywhere', keys: ['Ctrl+B'] },
  { id: 'rightPanel', area: 'everywhere', keys: ['Ctrl+Alt+B'] },
  { id: 'nextPane', area: 'everywhere', keys: ['F6'] },
  { id: 'previousPane', area: 'everywhere', keys: ['Shift+F6'] },
  { id: 'nextTab', area: 'everywhere', keys: ['Ctrl+Tab', 'Ctrl+PageDown'] },
  { id: 'previousTab', area: 'everywhere', keys: ['Ctrl+Shift+Tab', 'Ctrl+PageUp'] },
  { id: 'closeTab', area: 'everywhere', keys: ['Ctrl+W'] },
  { id: 'undo', area: 'everywhere', keys: ['Ctrl+Z'] },
  { id: 'redo', area: 'everywhere', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  { id: 'sheet', area: 'everywhere', keys: ['Ctrl+Shift+B'] },
  { id: 'help', area: 'everywhere', keys: ['F1'] },
  { id: 'palette', area: 'everywhere', keys: ['Ctrl+Shift+P'] },
  ...(
    [
      'changeKeys',
      'start',
      'guides',
      'bin',
      'imports',
      'codebook',
      'matrix',
      'followUps',
      'bookmarks',
      'colours',
      'importFolder',
      'watchFolder',
      'newLibrary',
      'openLibrary',
      'libraryFolder',
      'export',
      'receive',
      'backup',
      'eraseNote',
      'eraseTag',
      'eraseDocument',
      'author',
      'french',
      'english',
      'themeSystem',
      'themeLight',
      'themeSepia',
      'themeDark',
      'themeContrast',
      'widthNarrow',
      'widthMedium',
      'widthWide',
      'leadingTight',
      'leadingNormal',
      'leadingLoose',
      'fontSerif',
      'fontSans',
      'fontLegible',
      'fullScreen',
    ] as const
  ).map((id) => ({ id, area: 'everywhere', keys: [] }) as const),

  { id: 'open', area: 'library', keys: ['Enter'] },
  { id: 'paste', area: 'library', keys: ['Ctrl+V'], native: true },
  { id: 'edit', area: 'library', keys: ['F2'] },
  { id: 'remove', area: 'library', keys: ['Delete'] },
  { id: 'tagDocuments', area: 'library', keys: ['Ctrl+Shift+T'] },
  { id: 'selectAll', area: 'library', keys: ['Ctrl+A'], native: true },
  { id: 'extend', area: 'library', keys: ['Shift+ArrowDown'], native: true },
  { id: 'menu', area: 'library', keys: ['ContextMenu', 'Shift+F10'] },

  { id: 'nextResult', area: 'search', keys: ['ArrowDown'] },
  { id: 'previousResult', area: 'search', keys: ['ArrowUp'] },
  { id: 'openResult', area: 'search', keys: ['Enter'] },
  { id: 'basketResult', area: 'search', keys: ['b'] },
  { id: 'tagResult', area: 'search', keys: ['t'] },
  { id: 'pickResult', area: 'search', keys: ['v', ' '] },
  { id: 'pickResultsDown', area: 'search', keys: ['Shift+ArrowDown'] },
  { id: 'pickResultsUp', area: 'search', keys: ['Shift+ArrowUp'] },
  { id: 'clearSearch', area: 'search', keys: ['Escape'] },

  { id: 'nextParagraph', area: 'reader', keys: ['j', 'ArrowDown'] },
  { id: 'previousParagraph', area: 'reader', keys: ['k', 'ArrowUp'] },
  { id: 'highlight', area: 'reader', keys: ['h'] },
  ...HIGHLIGHT_COLOURS.map(
    (colour, at) =>
      ({ id: `highlight-${colour}`, area: 'reader', keys: [String(at + 1)] }) as const,
  ),
  { id: 'note', area: 'reader', keys: ['n'] },
  { id: 'question', area: 'reader', keys: ['q'] },
  { id: 'translation', area: 'reader', keys: ['x'] },
  { id: 'followUp', area: 'reader', keys: ['s'] },
  { id: 'tag', area: 'reader', keys: ['t'] },
  { id: 'bookmark', area: 'reader', keys: ['m'] },
  { id: 'nextBookmark', area: 'reader', keys: ['Alt+M'] },
  { id: 'previousBookmark', area: 'reader', keys: ['Alt+Shift+M'] },
  { id: 'basket', area: 'reader', keys: ['b'] },
  { id: 'pick', area: 'reader', keys: ['v'] },
  { id: 'pickDown', area: 'reader', keys: ['Shift+ArrowDown'] },
  { id: 'pickUp', area: 'reader', keys: ['Shift+ArrowUp'] },
  { id: 'unpick', area: 'reader', keys: ['Escape'] },
  { id: 'acceptSuggestions', area: 'reader', keys: ['a'] },
  { id: 'dismissSuggestions', area: 'reader', keys: ['i'] },
  { id: 'nextSuggestion', area: 'reader', keys: ['u'] },
  { id: 'similar', area: 'reader', keys: ['y'] },
  { id: 'copyReference', area: 'reader', keys: ['r'] },
  { id: 'copyLink', area: 'reader', keys: ['l'] },
  { id: 'original', area: 'reader', keys: ['o'] },
  { id: 'originalAlone', area: 'reader', keys: ['O'] },
  { id: 'goTo', area: 'reader', keys: ['g'] },
  { id: 'numberMenu', area: 'reader', keys: [] },
  { id: 'find', area: 'reader', keys: ['Ctrl+F'] },
  { id: 'nextHit', area: 'reader', keys: ['F3'] },
  { id: 'previousHit', area: 'reader', keys: ['Shift+F3'] },
  { id: 'nextNote', area: 'reader', keys: ['Alt+ArrowDown'] },
  { id: 'previousNote', area: 'reader', keys: ['Alt+ArrowUp'] },
  { id: 'nextTagged', area: 'reader', keys: ['Alt+Shift+ArrowDown'] },
  { id: 'previousTagged', area: 'reader', keys: ['Alt+Shift+ArrowUp'] },
  { id: 'larger', area: 'reader', keys: ['Ctrl+=', 'Ctrl++', 'Ctrl+Shift++'] },
  { id: 'smaller', area: 'reader', keys: ['Ctrl+-'] },

  { id: 'printDocument', area: 'reader', keys: ['Ctrl+P'] },

  { id: 'printSheet', area: 'sheet', keys: ['Ctrl+P'] },
  { id: 'entryUp', area: 'sheet', keys: ['Alt+ArrowUp'], native: true },
  { id: 'entryDown', area: 'sheet', keys: ['Alt+ArrowDown'], native: true },
  { id: 'entryRemove', area: 'sheet', keys: ['Delete'], native: true },

  { id: 'nextPage', area: 'original', keys: ['PageDown', 'ArrowRight'] },
  { id: 'previousPage', area: 'original', keys: ['PageUp', 'ArrowLeft'] },
  { id: 'goToPage', area: 'original', keys: ['p'] },
  { id: 'pageLarger', area: 'original', keys: ['+', '='] },
  { id: 'pageSmaller', area: 'original', keys: ['-'] },
  { id: 'fitWidth', area: 'original', keys: ['w'] },
  { id: 'fitPage', area: 'original', keys: ['e'] },
  { id: 'rotate', area: 'original', keys: ['d'] },
];

/** What a key event needs to have to be matched. */
export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** A key event in the table's notation; Command stands for Ctrl on a Mac. */
export function pressed({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyPress): string {
  // A digit is its key, whatever the keyboard prints on it: AZERTY needs no Shift.
  const digit = /^(?:Digit|Numpad)([0-9])$/u.exec(code ?? '')?.[1];
  if (digit !== undefined && !ctrlKey && !altKey && !metaKey) return digit;
  const letter = key.length === 1;
  const name = letter && (ctrlKey || altKey || metaKey) ? key.toUpperCase() : key;
  // A letter's own Shift is in the letter: '?' needs it on one keyboard and not on another.
  const shift = shiftKey && (!letter || ctrlKey || altKey || metaKey);
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shift ? 'Shift' : '', name]
    .filter((part) => part !== '')
    .join('+');
}

/** The keys of an act as the reader has set them; none where they are switched off. */
export function keysNow({ id, keys }: Shortcut): readonly string[] {
  return allowedKeys(id, keys);
}

/** The shortcut of an area that a key event means, or null. */
export function shortcutOf(event: KeyPress, area: ShortcutArea): ShortcutId | null {
  const keys = pressed(event);
  const found = SHORTCUTS.find(
    (shortcut) => shortcut.area === area && keysNow(shortcut).includes(keys),
  );
  return found?.id ?? null;
}

/** True where a single letter is a letter: fields, editors, and lists that search by typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]');
  if (!(field instanceof HTMLInputElement)) return field !== null;
  return !['checkbox', 'radio', 'button', 'range'].includes(field.type);
}

const PRINTED: Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>> = {
  fr: {
    Shift: 'Maj',
    Delete: 'Suppr',
    Enter: 'Entrée',
    Escape: 'Échap',
    Tab: 'Tab',
    ContextMenu: 'Menu',
    PageDown: 'Pg suiv.',
    PageUp: 'Pg préc.',
  },
  en: {
    Escape: 'Esc',
    Delete: 'Del',
    ContextMenu: 'Menu',
    PageDown: 'Page Down',
    PageUp: 'Page Up',
  },
};
const ARROWS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Keys as printed for readers: 'Ctrl+Maj+Z' in French. */
export function printedKeys(keys: string, language: string): string {
  const names = PRINTED[language === 'en' ? 'en' : 'fr'];
  if (keys.length === 1 && keys !== keys.toLowerCase())
    return `${names['Shift'] ?? 'Shift'}+${keys}`;
  return keys
    .split('+')
    .map((key) => ARROWS[key] ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+');
}

/** First keys of a shortcut, as printed; '' when it has none. */
export function keysOf(id: ShortcutId, language: string): string {
  const found = SHORTCUTS.find((shortcut) => shortcut.id === id);
  const keys = found === undefined ? undefined : keysNow(found)[0];
  return keys === undefined ? '' : printedKeys(keys, language);
}
