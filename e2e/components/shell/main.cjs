// The least of an application: one sandboxed window, without Node, on the page of scenes.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.enableSandbox();
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1100,
    height: 700,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  void window.loadFile(join(__dirname, '..', '..', '..', 'out', 'scenes', 'index.html'));
});
