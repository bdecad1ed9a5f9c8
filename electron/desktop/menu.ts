/**
 * The application's menu: every entry does something today. Undo and redo go to the window, which
 * knows whether a text field or the archive is meant.
 */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { basename } from 'node:path';
import type { ShellCallName } from '../contract/shell.ts';
import { idOfFolder } from './libraries.ts';
import type { Words } from './words.ts';

export interface MenuActions {
  /** Does a call of the shell's table that takes no input. */
  shell(call: ShellCallName): void;
  openRecent(id: string): void;
  /** Sends an act to the window. */
  act(act: 'undo' | 'redo'): void;
}

/** Puts the menu in place; again when its language or the recent libraries change. */
export function setMenu(words: Words, recent: readonly string[], actions: MenuActions): void {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const item = (label: string, call: ShellCallName, accelerator?: string) => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => actions.shell(call),
  });
  const history = (label: string, act: 'undo' | 'redo', accelerator: string) => ({
    label,
    accelerator,
    // Shown here; the key itself goes to the page.
    registerAccelerator: false,
    click: () => actions.act(act),
  });
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        item(words.importFiles, 'shell.importFiles', 'CmdOrCtrl+O'),
        item(words.importFolder, 'shell.importFolder', 'CmdOrCtrl+Shift+O'),
        separator,
        item(words.newLibrary, 'shell.newLibrary'),
        item(words.openLibrary, 'shell.openLibrary'),
        {
          label: words.recentLibraries,
          enabled: recent.length > 0,
          submenu: recent.map((folder) => ({
            label: basename(folder),
            click: () => actions.openRecent(idOfFolder(folder)),
          })),
        },
        item(words.showLibraryFolder, 'shell.showLibraryFolder'),
        ...(mac ? [] : [separator, { role: 'quit', label: words.quit } as const]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        history(words.undo, 'undo', 'CmdOrCtrl+Z'),
        history(words.redo, 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        separator,
        { ...item(words.fullScreen, 'shell.fullScreen', mac ? 'Ctrl+Cmd+F' : 'F11') },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
