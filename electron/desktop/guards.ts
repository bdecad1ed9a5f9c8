/**
 * What nothing in this application may do, whoever asks: reach a network, get a permission, leave
 * its page, open a window, download. Holds for every session and every page, also ones not yet made.
 */
import { app, session } from 'electron';
import type { Session, WebContents } from 'electron';
import { SCHEME, WINDOW_PAGE } from './protocol.ts';

const SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['disable-breakpad'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** The requests that leave no process: our own protocol, and data a page already holds. */
const OWN = [`${SCHEME}:`, 'blob:', 'data:'];

/** Chromium's network switched off by its own switches. Before the application is ready. */
export function closeNetwork(): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('login', (event) => event.preventDefault());
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('session-created', guardSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** The default session too, which may exist before anyone listens. Once the application is ready. */
export function guardDefaultSession(): void {
  guardSession(session.defaultSession);
}

function guardSession(guarded: Session): void {
  guarded.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isOwn(url) });
  });
  guarded.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setCertificateVerifyProc((_request, decide) => decide(-2));
  guarded.setSpellCheckerEnabled(false);
  guarded.on('will-download', (event) => event.preventDefault());
}

function isOwn(url: string): boolean {
  const { protocol } = new URL(url);
  // The developer tools' own pages; a packaged application never opens them.
  return OWN.includes(protocol) || (protocol === 'devtools:' && !app.isPackaged);
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    // A page may load itself again, and nothing else.
    if (event.url !== WINDOW_PAGE || !event.isMainFrame) event.preventDefault();
  });
}
