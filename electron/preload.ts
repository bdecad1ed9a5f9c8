/**
 * The bridge into the window: shell calls and dropped files go out, the archive's port and menu acts
 * come in. It knows channels only, no feature.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { ARCHIVE_PORT, DROP, MENU_ACT, SHELL } from './contract/channels.ts';
import type { Door } from './contract/wire.ts';

const door: Door<File> = {
  shell: (call, input) => ipcRenderer.invoke(SHELL, call, input),
  drop: (files) =>
    ipcRenderer.invoke(
      DROP,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
};
contextBridge.exposeInMainWorld('gmg', door);

/** Resolves when the page's scripts have run and listen. */
const listening = new Promise<void>((resolve) => {
  if (document.readyState !== 'loading') resolve();
  else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});
ipcRenderer.on(ARCHIVE_PORT, (event) => {
  const ports = [...event.ports];
  void listening.then(() => window.postMessage(ARCHIVE_PORT, location.origin, ports));
});
// Asked for before the page's scripts are there: the port arrives while they load.
ipcRenderer.send(ARCHIVE_PORT);
ipcRenderer.on(MENU_ACT, (_event, act: unknown) => {
  window.postMessage({ act }, location.origin);
});
