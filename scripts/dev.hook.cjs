// Loaded before the application by `npm run dev` alone, so that the product itself has no development switch:
// puts the development server behind the application's own addresses and lets its messages through.
const { app, session } = require('electron');
const { get } = require('node:http');

const server = new URL(process.env.GMG_DEV_SERVER);
const messages = `ws://${server.host}/`;

const append = app.commandLine.appendSwitch.bind(app.commandLine);
app.commandLine.appendSwitch = (name, value) =>
  append(name, name === 'host-resolver-rules' ? `${value}, EXCLUDE 127.0.0.1` : value);

/** What the development server answers to an address of the window. */
function fetched(path) {
  return new Promise((resolve, reject) => {
    const request = get(new URL(path, server), { headers: { accept: '*/*' } }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? 'application/octet-stream';
        const headers = { 'content-type': type, 'cache-control': 'no-store' };
        resolve(new Response(Buffer.concat(pieces), { status: response.statusCode, headers }));
      });
    });
    request.on('error', reject);
  });
}

const opened = new WeakSet();

function open(one) {
  if (opened.has(one)) return;
  opened.add(one);
  const handle = one.protocol.handle.bind(one.protocol);
  one.protocol.handle = (scheme, answer) =>
    handle(scheme, (request) => {
      const { host, pathname, search } = new URL(request.url);
      const built = host !== 'archive' || /^\/(original|pdfjs)\//.test(pathname);
      return built ? answer(request) : fetched(pathname + search);
    });
  const before = one.webRequest.onBeforeRequest.bind(one.webRequest);
  one.webRequest.onBeforeRequest = (decider) =>
    before((details, decide) =>
      details.url.startsWith(messages) ? decide({ cancel: false }) : decider(details, decide),
    );
}

app.on('session-created', open);
void app.whenReady().then(() => open(session.defaultSession));
