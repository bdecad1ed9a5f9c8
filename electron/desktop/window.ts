/**
 * The one window a person sees: sandboxed, at its remembered place, shown when it can be looked at.
 */
import { BrowserWindow, app, nativeTheme, screen } from 'electron';
import { SMALLEST, placeOn } from './bounds.ts';
import type { Memory } from './memory.ts';
import type { Preferences } from '../contract/shell.ts';

/** What every page of ours is denied, the hidden ones included. */
export const CLOSED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  autoplayPolicy: 'document-user-activation-required',
  enableWebSQL: false,
} as const;

const BACKGROUNDS = { light: '#ffffff', sepia: '#f7f0e0', dark: '#17191c' } as const;

/** Makes the window, still hidden and without a page. */
export function createWindow(preload: string, memory: Memory): BrowserWindow {
  const { bounds, maximised, preferences } = memory.now;
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    ({ workArea }) => workArea,
  );
  applyTheme(preferences.theme);
  const window = new BrowserWindow({
    ...placeOn(areas, bounds),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'GMG Archive',
    show: false,
    backgroundColor: backgroundOf(preferences.theme),
    webPreferences: { ...CLOSED, preload, devTools: !app.isPackaged },
  });
  const remember = (): void => {
    memory.change({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  return window;
}

/** Follows a theme chosen while the window is open: native parts, and what shows before a page. */
export function followTheme(window: BrowserWindow, theme: Preferences['theme']): void {
  applyTheme(theme);
  window.setBackgroundColor(backgroundOf(theme));
}

function applyTheme(theme: Preferences['theme']): void {
  nativeTheme.themeSource = theme === 'sepia' || theme === 'contrast' ? 'light' : theme;
}

function backgroundOf(theme: Preferences['theme']): string {
  if (theme === 'sepia') return BACKGROUNDS.sepia;
  return nativeTheme.shouldUseDarkColors ? BACKGROUNDS.dark : BACKGROUNDS.light;
}
