// The window and the parser are sandboxed, isolated pages under their content policy, which can't get a
// permission, leave their page, open another, or put a file on the disk.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { importFiles, openWithPort, pidOf, PARSER_PAGE, SOME_TEXT, WINDOW_PAGE } from './doors.ts';
import type { Opened } from './doors.ts';

let opened: Opened;
test.beforeAll(async () => {
  opened = await openWithPort();
  await importFiles(opened, { 'text.txt': SOME_TEXT });
});
test.afterAll(() => opened.app.close());

for (const address of [WINDOW_PAGE, PARSER_PAGE]) {
  test(`the process of ${address} is in Chromium’s sandbox`, async () => {
    test.skip(process.platform !== 'linux', 'The kernel of Linux alone tells.');
    const pid = await pidOf(opened.app, address);
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    expect(/^Seccomp:\s+(\d)$/m.exec(status)?.[1]).toBe('2');
    expect(/^NoNewPrivs:\s+(\d)$/m.exec(status)?.[1]).toBe('1');
    // A process namespace of its own: it can't even name the other processes.
    expect(/^NSpid:\s+(.+)$/m.exec(status)?.[1]?.split(/\s+/).length).toBeGreaterThan(1);
  });
}

test('every page has isolation on and Node, webviews and spell-checking off', async () => {
  const preferences = await opened.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in the type declarations, but documented: what the page was really made with.
      const asked = contents as unknown as {
        getLastWebPreferences(): Record<string, boolean | undefined>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } =
        asked.getLastWebPreferences();
      const spellcheck = contents.session.isSpellCheckerEnabled();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, spellcheck };
    }),
  );
  expect(preferences.length).toBeGreaterThanOrEqual(2);
  for (const one of preferences) {
    expect(one).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    });
  }
});

test('the page knows no Node and one door', async () => {
  const seen = await opened.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
    door: Object.keys(window.gmg).sort(),
  }));
  expect(seen).toEqual({ node: [], door: ['drop', 'shell'] });
});

test('the content policy is the strict one, with a new nonce on each load', async () => {
  const nonces = new Set<string>();
  for (let load = 0; load < 2; load += 1) {
    const response = await opened.page.reload();
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? '';
    nonces.add(nonce);
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonce}'; ` +
        "img-src 'self' blob: data:; font-src 'self' data:; connect-src 'self'; " +
        "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "object-src 'none'; require-trusted-types-for 'script'",
    );
    const given = await opened.page
      .locator('meta[property="csp-nonce"]')
      .evaluate((meta: HTMLElement) => meta.nonce);
    expect(given).toBe(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('no text becomes a script: inline, attribute, data address, eval', async () => {
  const hits = await opened.page.evaluate(async () => {
    const found: string[] = [];
    Object.assign(window, { hit: (name: string) => found.push(name) });
    const attempt = (act: () => void): void => {
      try {
        act();
      } catch {
        // Refused at once: as good as refused later.
      }
    };
    attempt(() => {
      const script = document.createElement('script');
      script.append(document.createTextNode("hit('inline')"));
      document.body.append(script);
    });
    attempt(() => {
      const script = document.createElement('script');
      script.src = "data:text/javascript,hit('data')";
      document.body.append(script);
    });
    attempt(() => {
      const button = document.createElement('button');
      button.setAttribute('onclick', "hit('attribute')");
      document.body.append(button);
      button.click();
      button.remove();
    });
    attempt(() => {
      document.createElement('div').innerHTML = '<img src="x" onerror="hit(\'markup\')">';
    });
    // Later, in a task of its own: what a debugger evaluates directly may use eval.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        attempt(() => {
          const run = eval as (text: string) => void;
          run("hit('eval')");
        });
        resolve();
      }),
    );
    attempt(() => setTimeout("hit('timer')" as unknown as () => void));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return found;
  });
  expect(hits).toEqual([]);
});

test('every permission is denied', async () => {
  const answers = await opened.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
    ];
    const states = await Promise.all(
      names.map(async (name) => {
        const status = await navigator.permissions.query({ name: name as PermissionName });
        return status.state;
      }),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const screen = await navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    );
    const place = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    });
    const notes = await Notification.requestPermission();
    return [...states, media, screen, place, notes];
  });
  expect(new Set(answers)).toEqual(new Set(['denied']));
});

test('the window opens no other window', async () => {
  const before = opened.app.windows().length;
  const results = await opened.page.evaluate(() =>
    ['https://example.org/', 'app://archive/index.html', 'about:blank', 'file:///etc/hosts'].map(
      (address) => window.open(address) === null,
    ),
  );
  expect(results).toEqual([true, true, true, true]);
  expect(opened.app.windows().length).toBe(before);
});

test('the window does not leave its page, nor hold another', async () => {
  const { page } = opened;
  for (const address of [
    'https://example.org/',
    'file:///etc/hosts',
    'data:text/html,<p>other</p>',
    'app://parser/parser.html',
    'app://archive/index.html?other',
    'app://archive/pdfjs/pdf.worker.mjs',
  ]) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    form.submit();
    form.remove();
  });
  const held = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://archive/index.html';
    document.body.append(frame);
    const webview = document.createElement('webview');
    await new Promise((resolve) => setTimeout(resolve, 300));
    let inside = 'nothing';
    try {
      inside = frame.contentDocument?.querySelector('script') ? 'a page' : 'nothing';
    } catch {
      // Another origin: the error page that stands for the refused one.
    }
    frame.remove();
    return { inside, webview: 'loadURL' in webview };
  });
  expect(held).toEqual({ inside: 'nothing', webview: false });
  expect(page.url()).toBe(WINDOW_PAGE);
});

test('the window puts no file on the disk', async () => {
  const states = opened.app.evaluate(
    ({ session }) =>
      new Promise<boolean>((resolve) => {
        session.defaultSession.once('will-download', (event) => {
          // Our own guard listens before this one.
          resolve(event.defaultPrevented);
        });
      }),
  );
  await opened.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'text.txt';
    link.click();
  });
  expect(await states).toBe(true);
});
