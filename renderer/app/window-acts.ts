/**
 * What the window's shortcuts, menus and palette do, by name, and whether it can be done now. Acts that
 * belong to one screen are not here: the screen answers them itself.
 */
import i18next from 'i18next';
import type { LibraryInfo } from '../../electron/contract/views.ts';
import { call, shell } from '../client.ts';
import { notify } from '../design/toast.ts';
import { receiveAnnotations } from '../exports/receive.ts';
import { useColoursDialog } from '../colours/state.ts';
import { askToErase } from '../erase/state.ts';
import { openExport } from '../exports/state.ts';
import { useReading } from '../reader/reading.ts';
import { attempt, stepHistory, switchLibrary } from './acts.ts';
import { flush } from './flush.ts';
import { takeLink } from './link.ts';
import { movePane } from './panes.ts';
import { setPreferences } from './preferences.ts';
import { isTyping } from './shortcuts.ts';
import type { ShortcutId } from './shortcuts.ts';
import { toggleSide } from './sides.ts';
import {
  closeDocument,
  currentDocument,
  currentScreen,
  openDocument,
  show,
  travel,
  useView,
} from './view.ts';
import type { ViewState } from './view.ts';

/** Puts the cursor into the search box, its words selected. */
export function focusSearch(): void {
  const box = document.getElementById('search-box');
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

/** Moves to the tab beside; from another screen, to the first or the last. */
function stepTab(step: 1 | -1): void {
  const state = useView.getState();
  const { tabs } = state;
  const here = tabs.indexOf(currentDocument(state) ?? '');
  const next = here < 0 ? (step > 0 ? 0 : tabs.length - 1) : here + step;
  const id = tabs[(next + tabs.length) % Math.max(tabs.length, 1)];
  if (id !== undefined) openDocument(id);
}

function closeCurrent(): void {
  const id = currentDocument(useView.getState());
  if (id !== null) closeDocument(id);
}

/** The note last pointed at, while its document is shown. */
function noteShown(view: ViewState): string | null {
  return currentDocument(view) === null ? null : useReading.getState().activeNote;
}

/** The tag whose passages or card are shown. */
function tagShown(view: ViewState): string | null {
  const screen = currentScreen(view);
  if (screen.name === 'tag') return screen.id;
  return screen.name === 'codebook' ? screen.tagId : null;
}

function eraseShown(type: 'annotations' | 'tag' | 'documents'): void {
  const view = useView.getState();
  const find = { annotations: noteShown, tag: tagShown, documents: currentDocument }[type];
  const id = find(view);
  if (id !== null) askToErase(type === 'tag' ? { type, id } : { type, ids: [id] });
}

function backUp(): void {
  attempt(async () => {
    const { name } = await call('library.backup', {});
    notify(i18next.getFixedT(null, 'app')('library.backedUp', { name }));
  });
}

/** Acts that hold everywhere. */
export const WINDOW_ACTS: Readonly<Partial<Record<ShortcutId, () => void>>> = {
  search: focusSearch,
  back: () => travel(-1),
  forward: () => travel(1),
  library: () => show({ name: 'library' }),
  start: () => show({ name: 'start' }),
  guides: () => show({ name: 'guides' }),
  bin: () => show({ name: 'bin' }),
  imports: () => show({ name: 'imports' }),
  codebook: () => show({ name: 'codebook', tagId: null }),
  matrix: () => show({ name: 'matrix', compare: 'documents' }),
  sheet: () => show({ name: 'sheet' }),
  colours: () => useColoursDialog.setState({ open: true }),
  followUps: () => show({ name: 'followUps' }),
  bookmarks: () => show({ name: 'bookmarks' }),
  import: () => attempt(() => shell('shell.importFiles', {})),
  importFolder: () => attempt(() => shell('shell.importFolder', {})),
  watchFolder: () => attempt(() => shell('shell.watchFolder', {})),
  newLibrary: () => switchLibrary('shell.newLibrary'),
  openLibrary: () => switchLibrary('shell.openLibrary'),
  libraryFolder: () => attempt(() => shell('shell.showLibraryFolder', {})),
  export: () => openExport({ type: 'library' }),
  receive: receiveAnnotations,
  backup: backUp,
  eraseNote: () => eraseShown('annotations'),
  eraseTag: () => eraseShown('tag'),
  eraseDocument: () => eraseShown('documents'),
  author: () => useView.setState({ askingAuthor: true }),
  leftRail: () => toggleSide('leftRail'),
  rightPanel: () => toggleSide('rightPanel'),
  nextPane: () => movePane(1),
  previousPane: () => movePane(-1),
  nextTab: () => stepTab(1),
  previousTab: () => stepTab(-1),
  closeTab: closeCurrent,
  undo: () => attempt(() => stepHistory('undo')),
  redo: () => attempt(() => stepHistory('redo')),
  french: () => setPreferences({ language: 'fr' }),
  english: () => setPreferences({ language: 'en' }),
  themeSystem: () => setPreferences({ theme: 'system' }),
  themeLight: () => setPreferences({ theme: 'light' }),
  themeSepia: () => setPreferences({ theme: 'sepia' }),
  themeDark: () => setPreferences({ theme: 'dark' }),
  themeContrast: () => setPreferences({ theme: 'contrast' }),
  widthNarrow: () => setPreferences({ readingWidth: 'narrow' }),
  widthMedium: () => setPreferences({ readingWidth: 'medium' }),
  widthWide: () => setPreferences({ readingWidth: 'wide' }),
  leadingTight: () => setPreferences({ readingLeading: 'tight' }),
  leadingNormal: () => setPreferences({ readingLeading: 'normal' }),
  leadingLoose: () => setPreferences({ readingLeading: 'loose' }),
  fontSerif: () => setPreferences({ readingFont: 'serif' }),
  fontSans: () => setPreferences({ readingFont: 'sans' }),
  fontLegible: () => setPreferences({ readingFont: 'legible' }),
  fullScreen: () => attempt(() => shell('shell.fullScreen', {})),
  help: () => useView.setState(({ help }) => ({ help: !help })),
  changeKeys: () => useView.setState({ help: false, changingKeys: true }),
  palette: () => useView.setState({ palette: true }),
};

/** What the window knows when it says which acts can be done. */
export interface Moment {
  readonly view: ViewState;
  readonly info: LibraryInfo | undefined;
}

const isWritable = ({ info }: Moment): boolean => info?.readOnly === null;
const hasDocument = ({ view }: Moment): boolean => currentDocument(view) !== null;

/** When an act of the window can be done; the others always can. */
const CONDITIONS: Readonly<Partial<Record<ShortcutId, (moment: Moment) => boolean>>> = {
  back: ({ view }) => view.current > 0,
  forward: ({ view }) => view.current < view.visited.length - 1,
  rightPanel: hasDocument,
  closeTab: hasDocument,
  nextTab: ({ view }) => view.tabs.length > 0,
  previousTab: ({ view }) => view.tabs.length > 0,
  undo: ({ info }) => (info?.history.undo ?? null) !== null,
  redo: ({ info }) => (info?.history.redo ?? null) !== null,
  import: isWritable,
  importFolder: isWritable,
  watchFolder: isWritable,
  receive: isWritable,
  author: isWritable,
  eraseNote: (moment) => isWritable(moment) && noteShown(moment.view) !== null,
  eraseTag: (moment) => isWritable(moment) && tagShown(moment.view) !== null,
  eraseDocument: (moment) => isWritable(moment) && hasDocument(moment),
};

/** True when the act, known to be listened for, can be done now. */
export function isPossible(id: ShortcutId, moment: Moment): boolean {
  return CONDITIONS[id]?.(moment) ?? true;
}

/** Acts the menu of the main process sends, by their names there. */
export function menuAct(name: string): void {
  if (name === 'flush') attempt(() => flush().finally(() => shell('shell.flushed', {})));
  else if (name === 'link') takeLink(true);
  else if ((name === 'undo' || name === 'redo') && isTyping(document.activeElement)) {
    // Words being typed have a history of their own, which only the browser can step through.
    document.execCommand(name);
  } else WINDOW_ACTS[name as ShortcutId]?.();
}
