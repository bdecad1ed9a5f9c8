/**
 * The application's menu: every entry does something today. What the window itself does goes
 * there as an act: it knows whether a text field or the archive is meant.
 */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { basename } from 'node:path';
import type { ShellCallName } from '../contract/shell.ts';
import { idOfFolder } from './libraries.ts';
import type { Words } from './words.ts';

/** What the window does, by the names it gives its own acts. */
type Act = 'undo' | 'redo' | 'search' | 'help' | 'palette' | 'changeKeys';

export interface MenuActions {
  /** Does a call of the shell's table that takes no input. */
  shell(call: ShellCallName): void;
  openRecent(id: string): void;
  /** Sends an act to the window. */
  act(act: Act): void;
}

/** Puts the menu in place; again when its language or the recent libraries change. */
export function setMenu(words: Words, recent: readonly string[], actions: MenuActions): void {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const item = (label: string, call: ShellCallName, accelerator?: string) => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => actions.shell(call),
  });
  const act = (label: string, name: Act, accelerator?: string) => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    // Shown here; the key itself goes to the page.
    registerAccelerator: false,
    click: () => actions.act(name),
  });
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        item(words.importFiles, 'shell.importFiles', 'CmdOrCtrl+O'),
        item(words.importFolder, 'shell.importFolder', 'CmdOrCtrl+Shift+O'),
        item(words.watchFolder, 'shell.watchFolder'),
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
        act(words.undo, 'undo', 'CmdOrCtrl+Z'),
        act(words.redo, 'redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        separator,
        act(words.search, 'search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.zoomReset },
        separator,
        item(words.fullScreen, 'shell.fullScreen', mac ? 'Ctrl+Cmd+F' : 'F11'),
      ],
    },
    {
      label: words.help,
      submenu: [
        act(words.commands, 'palette', 'CmdOrCtrl+Shift+P'),
        act(words.shortcuts, 'help', 'F1'),
        act(words.changeKeys, 'changeKeys'),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
