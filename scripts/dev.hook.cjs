// Loaded before the application by `npm run dev` alone, so that the product itself has no development switch:
// puts the development server behind the application's own addresses and lets its messages through.
const { app, session } = require('electron');
const { get } = require('node:http');
const { PassThrough } = require('node:stream');
const { text } = require('node:stream/consumers');

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
        const data = new PassThrough();
        data.end(Buffer.concat(pieces));
        resolve({ statusCode: response.statusCode, headers, data });
      });
    });
    request.on('error', reject);
  });
}

/** The development server's page, with what the built one was given to be drawn by. */
async function withFacts(built) {
  const facts = /name="start" content="([^"]*)"/.exec(await text(built.data))?.[1] ?? '';
  const page = await fetched('/index.html');
  const data = new PassThrough();
  data.end((await text(page.data)).replace('__START__', () => facts));
  return { ...page, data };
}

const opened = new WeakSet();

function open(one) {
  if (opened.has(one)) return;
  opened.add(one);
  const register = one.protocol.registerStreamProtocol.bind(one.protocol);
  one.protocol.registerStreamProtocol = (scheme, answer) =>
    register(scheme, (request, give) => {
      const { host, pathname, search } = new URL(request.url);
      const built = host !== 'archive' || /^\/(original|pdfjs)\//.test(pathname);
      if (built) answer(request, give);
      else if (pathname === '/index.html')
        answer(request, (page) => void withFacts(page).then(give));
      else void fetched(pathname + search).then(give);
    });
  const before = one.webRequest.onBeforeRequest.bind(one.webRequest);
  one.webRequest.onBeforeRequest = (decider) =>
    before((details, decide) =>
      details.url.startsWith(messages) ? decide({ cancel: false }) : decider(details, decide),
    );
}

app.on('session-created', open);
void app.whenReady().then(() => open(session.defaultSession));
