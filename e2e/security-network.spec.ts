// Nothing in the application reaches a network: every way out is tried, from every kind of process, towards a
// server that is really there. The archive's own process can't be driven from outside; that it holds no
// means to reach a network is read in what was built.
import { expect, test } from '@playwright/test';
import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { importFiles, openWithPort, PARSER_PAGE, SOME_TEXT, WINDOW_PAGE } from './doors.ts';
import type { Opened } from './doors.ts';
import { root } from './launch.ts';

/** What reached the server, of whatever protocol: requests, bare connections, datagrams. */
const reached: string[] = [];
const server = createServer((request, response) => {
  reached.push(`request ${request.url ?? ''}`);
  response.setHeader('Access-Control-Allow-Origin', '*').end('reached');
});
server.on('connection', () => reached.push('connection'));
const datagrams = createSocket('udp4', () => reached.push('datagram'));
let opened: Opened;
let port = 0;
let udp = 0;

test.beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => datagrams.bind(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  udp = datagrams.address().port;
  opened = await openWithPort();
  await importFiles(opened, { 'text.txt': SOME_TEXT });
});
test.afterAll(async () => {
  await opened.app.close();
  server.close();
  datagrams.close();
});
test.beforeEach(() => void reached.splice(0));

test('the server can be reached, by a program that has a network', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/control`);
  expect(await response.text()).toBe('reached');
  const sender = createSocket('udp4');
  sender.send('x', udp, '127.0.0.1');
  await expect.poll(() => reached).toEqual(['connection', 'request /control', 'datagram']);
  sender.close();
});

/** Tries every way out a page has; the text is run inside the page. Answers those that worked. */
const waysOut = (http: number, datagram: number): string => `(async () => {
  const worked = [];
  const hosts = ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'];
  const soon = (promise) => Promise.race([
    promise.then((yes) => yes !== false, () => false),
    new Promise((resolve) => setTimeout(() => resolve(false), 2000)),
  ]);
  const loaded = (element) => new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
    document.documentElement.append(element);
  });
  const make = (name, fields) => Object.assign(document.createElement(name), fields);
  const attempts = hosts.flatMap((host) => {
    const at = (path) => 'http://' + host + ':${http}/' + path;
    return {
      fetch: () => fetch(at('fetch'), { mode: 'no-cors' }),
      beacon: async () => { navigator.sendBeacon(at('beacon'), 'x'); return false; },
      request: () => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', at('xhr'));
        request.send();
      }),
      image: () => loaded(make('img', { src: at('image') })),
      style: () => loaded(make('link', { rel: 'stylesheet', href: at('style') })),
      prefetch: () => loaded(make('link', { rel: 'prefetch', href: at('prefetch') })),
      preload: () => loaded(make('link', { rel: 'preload', as: 'image', href: at('preload') })),
      preconnect: async () => {
        document.documentElement.append(make('link', { rel: 'preconnect', href: at('') }));
        return false;
      },
      script: () => loaded(make('script', { src: at('script') })),
      module: () => import(at('module')),
      frame: async () => { document.documentElement.append(make('iframe', { src: at('frame') })); return false; },
      socket: () => new Promise((resolve, reject) => {
        const socket = new WebSocket('ws://' + host + ':${http}/socket');
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
      events: () => new Promise((resolve, reject) => {
        const events = new EventSource(at('events'));
        events.onopen = resolve;
        events.onerror = reject;
      }),
      transport: () => new WebTransport('https://' + host + ':${http}/').ready,
      worker: () => new Promise((resolve, reject) => {
        const worker = new Worker(at('worker'));
        worker.onmessage = resolve;
        worker.onerror = reject;
      }),
      peer: async () => {
        const peer = new RTCPeerConnection({ iceServers: [
          { urls: 'stun:' + host + ':${datagram}' },
          { urls: 'turn:' + host + ':${datagram}', username: 'x', credential: 'x' },
          { urls: 'turn:' + host + ':${http}?transport=tcp', username: 'x', credential: 'x' },
        ] });
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1500));
        peer.close();
        return false;
      },
    };
  });
  await Promise.all(attempts.flatMap((ways) => Object.entries(ways)).map(async ([name, act]) => {
    try {
      if (await soon(Promise.resolve(act()))) worked.push(name);
    } catch {
      // Refused at once.
    }
  }));
  return worked;
})()`;

for (const [what, address] of [
  ['the window', WINDOW_PAGE],
  ['the parser', PARSER_PAGE],
] as const) {
  test(`${what} reaches nothing`, async () => {
    const worked = await opened.app.evaluate(
      ({ webContents }, [page, script]) =>
        webContents
          .getAllWebContents()
          .find((contents) => contents.getURL() === page)
          ?.executeJavaScript(script) as Promise<string[]>,
      [address, waysOut(port, udp)] as const,
    );
    expect(worked).toEqual([]);
    expect(reached).toEqual([]);
  });
}

test('a page without any policy, in a session of its own, reaches nothing', async () => {
  const worked = await opened.app.evaluate(
    async ({ BrowserWindow }, script) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'bare' } });
      await window.loadURL('data:text/html,<p>bare</p>');
      const result = (await window.webContents.executeJavaScript(script)) as string[];
      window.destroy();
      return result;
    },
    waysOut(port, udp),
  );
  expect(worked).toEqual([]);
  expect(reached).toEqual([]);
});

test('no window can be brought to another address', async () => {
  const results = await opened.app.evaluate(async ({ BrowserWindow }, to) => {
    const window = new BrowserWindow({ show: false });
    const ways = [
      window.loadURL(`http://127.0.0.1:${to}/page`),
      window.loadURL(`http://localhost:${to}/page`),
      window.loadURL('file:///etc/hosts'),
    ].map((loading) =>
      loading.then(
        () => 'loaded',
        () => 'refused',
      ),
    );
    const ended = await Promise.all(ways);
    window.destroy();
    return ended;
  }, port);
  expect(results).toEqual(['refused', 'refused', 'refused']);
  expect(reached).toEqual([]);
});

test('main’s own means reach nothing, in any session', async () => {
  const results = await opened.app.evaluate(async ({ net, session }, to) => {
    const sessions = [
      session.defaultSession,
      ...['parser', 'new'].map((name) => session.fromPartition(name)),
    ];
    const refused = (promise: Promise<unknown>): Promise<boolean> =>
      promise.then(
        () => false,
        () => true,
      );
    const addresses = [`http://127.0.0.1:${to}/main`, `http://localhost:${to}/main`];
    const attempts = addresses.flatMap((address) => [
      refused(net.fetch(address)),
      refused(
        new Promise((resolve, reject) => {
          const request = net.request(address);
          request.on('response', resolve);
          request.on('error', reject);
          request.end();
        }),
      ),
      ...sessions.map((one) => refused(one.fetch(address))),
      ...sessions.map((one) => refused(one.resolveHost('localhost'))),
    ]);
    return Promise.all(attempts);
  }, port);
  expect(new Set(results)).toEqual(new Set([true]));
  expect(reached).toEqual([]);
});

test('main does not even hold what Node offers', async () => {
  const held = await opened.app.evaluate(() =>
    ['fetch', 'WebSocket', 'EventSource'].filter((name) => name in globalThis),
  );
  expect(held).toEqual([]);
});

test('no dictionary, update or report is asked for by itself', async () => {
  const facts = await opened.app.evaluate(({ app, crashReporter, session }) => ({
    spelling: session.defaultSession.isSpellCheckerEnabled(),
    uploads: crashReporter.getUploadToServer(),
    rules: app.commandLine.getSwitchValue('host-resolver-rules'),
    background: app.commandLine.hasSwitch('disable-background-networking'),
  }));
  expect(facts).toEqual({
    spelling: false,
    uploads: false,
    rules: 'MAP * ~NOTFOUND',
    background: true,
  });
});

test('what was built for Node holds no means to reach a network', () => {
  const means =
    /(?:from|import|require)\s*\(?\s*["'`](?:node:)?(https?|http2|net|dgram|dns|tls|inspector)(?:\/[a-z]+)?["'`]/g;
  const built = join(root, 'out', 'electron');
  const names = readdirSync(built).filter((name) => /\.c?js$/.test(name));
  expect(names).toEqual(
    expect.arrayContaining(['main.cjs', 'service.cjs', 'parser.node.js', 'cli.js']),
  );
  for (const name of names) {
    const text = readFileSync(join(built, name), 'utf8');
    expect(
      [...text.matchAll(means)].map(([found]) => found),
      name,
    ).toEqual([]);
  }
  const service = readFileSync(join(root, 'out', 'electron', 'service.cjs'), 'utf8');
  expect(service).not.toMatch(/(?:from|require)\s*\(?\s*["'`]electron["'`]/);
  expect(service).not.toMatch(/\bfetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b/);
});
