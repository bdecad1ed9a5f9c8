// Proves that the checks bite: in a temporary checkout with this project's own settings, one violation of each
// rule is planted, and the real check must name the rule and the file.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksOf, runCheck } from './check.ts';
import { filesBelow, modules, root } from './places.ts';

/** Who may import whom: rule, file, its one forbidden line. */
const imports: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['no-cycles', 'electron/core/cycle.ts', "import './cycleBack.ts';"],
  ['everything-resolves', 'electron/core/lost.ts', "import './nowhere.ts';"],
  ['no-nameless-folders', 'electron/core/lazy.ts', "import './utils.ts';"],
  ['core-imports-nothing', 'electron/core/reads.ts', "import 'node:fs';"],
  [
    'contract-imports-core-and-schemas',
    'electron/contract/sql.ts',
    "import '../library/thing.ts';",
  ],
  ['library-imports-core-sqlite-node', 'electron/library/finds.ts', "import '../search/thing.ts';"],
  ['ingest-imports-core-and-pure-parsers', 'electron/ingest/files.ts', "import 'node:fs';"],
  ['search-imports-core-lunr-sqlite', 'electron/search/truth.ts', "import '../library/thing.ts';"],
  ['exchange-imports-core-and-writers', 'electron/exchange/sql.ts', "import 'better-sqlite3';"],
  ['archive-composes-what-lies-below', 'electron/archive/menu.ts', "import '../desktop/thing.ts';"],
  ['commandline-uses-the-archive', 'electron/commandline/sql.ts', "import '../library/thing.ts';"],
  [
    'desktop-imports-contract-core-electron',
    'electron/desktop/sql.ts',
    "import '../library/thing.ts';",
  ],
  ['only-desktop-and-entries-import-electron', 'electron/archive/window.ts', "import 'electron';"],
  ['nobody-imports-an-entry', 'electron/archive/starts.ts', "import '../main.ts';"],
  ['nobody-below-imports-archive', 'electron/search/upwards.ts', "import '../archive/thing.ts';"],
  ['preload-imports-types-only', 'electron/preload.ts', "import './core/thing.ts';"],
  [
    'renderer-imports-core-and-contract',
    'renderer/sql.ts',
    "import '../electron/library/thing.ts';",
  ],
  [
    'renderer-imports-contract-as-types',
    'renderer/calls.ts',
    "import '../electron/contract/thing.ts';",
  ],
  ['renderer-has-no-node', 'renderer/files.ts', "import 'node:fs';"],
  [
    'nothing-in-electron-imports-renderer',
    'electron/core/paints.ts',
    "import '../../renderer/thing.ts';",
  ],
  ['product-does-not-import-its-tools', 'renderer/builds.ts', "import '../scripts/thing.ts';"],
];

/** Globals an environment does not have: the check's name, file, source, and the compiler's complaint. */
const globals: readonly (readonly [check: string, file: string, source: string, says: string])[] = [
  ['electron/core', 'electron/core/dom.ts', 'export const at = document.title;', "'document'"],
  ['electron/core', 'electron/core/node.ts', 'export const at = process.pid;', "'process'"],
  ['electron/contract', 'electron/contract/node.ts', 'export const at = process.pid;', "'process'"],
  ['electron/ingest', 'electron/ingest/node.ts', 'export const at = Buffer.alloc(1);', "'Buffer'"],
  ['electron/ingest', 'electron/ingest/net.ts', 'export const at = fetch;', "'fetch'"],
  ['electron', 'electron/archive/dom.ts', 'export const at = document.title;', "'document'"],
  ['renderer', 'renderer/node.ts', 'export const at = process.pid;', "'process'"],
];

/** Rules of the code itself: rule, file, source. */
const code: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['max-lines', 'electron/core/long.ts', 'export {};\n'.repeat(501)],
  ['no-restricted-globals', 'renderer/net.ts', "void fetch('/');"],
  ['no-restricted-properties', 'renderer/door.ts', 'void window.gmg;'],
  ['@typescript-eslint/no-explicit-any', 'electron/core/any.ts', 'export let at: any;'],
  ['@typescript-eslint/ban-ts-comment', 'electron/core/ignore.ts', '// @ts-ignore\nexport {};'],
  ['react-hooks/rules-of-hooks', 'renderer/hook.tsx', hook()],
];

function hook(): string {
  return "import { useState } from 'react';\nexport function Page({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}";
}

/** Files that break no rule, one in each folder. */
const clean = [
  ...['core', 'contract', 'library', 'ingest', 'search', 'exchange', 'archive', 'commandline'],
  'desktop',
]
  .map((part) => `electron/${part}/thing.ts`)
  .concat('electron/main.ts', 'renderer/thing.ts', 'scripts/thing.ts');

let folder: string;

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${source}\n`);
}

async function resultOf(name: string): Promise<{ code: number; output: string }> {
  const check = checksOf(folder).find((one) => one.name.startsWith(name));
  if (check === undefined) throw new Error(`There is no check named ${name}.`);
  return runCheck(check, folder);
}

/** The project's own settings in a folder of their own, with its packages by reference. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'violations-')));
  const settings = readdirSync(root).filter((name) =>
    /^(\.[^/]+\.json|[^/]+\.json|[^/]+\.config\.[jt]s|\.prettierignore)$/.test(name),
  );
  const narrower = ['electron', 'renderer'].flatMap((part) =>
    filesBelow(join(root, part), (path) =>
      /(tsconfig[^/]*\.json|(globals|pdfjs)\.d\.ts)$/.test(path),
    ),
  );
  for (const file of [...settings.map((name) => join(root, name)), ...narrower]) {
    const copy = join(folder, relative(root, file));
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(file, copy);
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(modules)) {
    if (!name.startsWith('.')) symlinkSync(join(modules, name), join(folder, 'node_modules', name));
  }
  // Packages are links here: they must still count as lying in node_modules.
  const cruiser = join(folder, '.dependency-cruiser.json');
  const rules = JSON.parse(readFileSync(cruiser, 'utf8')) as { options: object };
  writeFileSync(
    cruiser,
    JSON.stringify({ ...rules, options: { ...rules.options, preserveSymlinks: true } }),
  );
  for (const file of clean) plant(file, 'export const thing = 1;');
  plant('electron/preload.ts', "import 'electron';");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a checkout that breaks no rule', () => {
  it.each([
    'who may import whom',
    'rules',
    'types: electron/core',
    'types: electron/tsconfig.json',
  ])('passes: %s', async (name) => {
    const { code: exit, output } = await resultOf(name);
    expect(output).not.toMatch(/error/);
    expect(exit).toBe(0);
  });
});

describe('each violation is found', () => {
  const results = new Map<string, { code: number; output: string }>();

  beforeAll(async () => {
    plant('electron/core/cycleBack.ts', "import './cycle.ts';");
    plant('electron/core/utils.ts', 'export {};');
    for (const [, file, source] of [...imports, ...code]) plant(file, source);
    for (const [, file, source] of globals) plant(file, source);
    plant('electron/core/layout.ts', 'export const   at=1');
    const names = ['layout', 'rules', 'who may import whom', 'dead code'];
    const types = [...new Set(globals.map(([check]) => `types: ${check}/tsconfig.json`))];
    for (const name of [...names, ...types]) results.set(name, await resultOf(name));
  }, 120_000);

  const found = (name: string): string => {
    const result = results.get(name);
    expect(result?.code, name).not.toBe(0);
    return result?.output ?? '';
  };

  it('a violation is planted for every import rule there is', () => {
    const { forbidden } = JSON.parse(
      readFileSync(join(root, '.dependency-cruiser.json'), 'utf8'),
    ) as { forbidden: { name: string }[] };
    expect(imports.map(([rule]) => rule).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  it.each(imports)('import: %s', (rule, file) => {
    expect(found('who may import whom')).toContain(`error ${rule}: ${file}`);
  });

  it.each(globals)('global: %s, %s', (check, file, _source, says) => {
    const lines = found(`types: ${check}/tsconfig.json`).split('\n');
    const short = file.slice(file.lastIndexOf('/') + 1);
    expect(lines.filter((line) => line.includes(short) && line.includes(says))).not.toEqual([]);
  });

  it.each(code)('code: %s', (rule, file) => {
    const output = found('rules');
    const [, section = ''] = output.split(join(folder, file));
    expect(section.split('\n\n')[0]).toContain(rule);
  });

  it('layout', () => {
    expect(found('layout')).toContain('electron/core/layout.ts');
  });

  it('dead code', () => {
    expect(found('dead code')).toContain('electron/core/layout.ts');
  });
});
