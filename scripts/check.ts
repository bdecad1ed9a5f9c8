// `npm run check`: the rules no test can see, from layout to who may import whom. Each must end with 0.
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Tally } from './endToEnd.ts';
import { filesBelow, modules, root } from './places.ts';
import { run, type Ended } from './processes.ts';

export interface Check {
  readonly name: string;
  /** Script below node_modules, then its arguments. */
  readonly command: readonly [string, ...string[]];
}

/** Every tsconfig.json is one environment; each is compiled alone. */
function environments(folder: string): Check[] {
  const configs = ['electron', 'renderer', 'scripts', 'e2e'].flatMap((part) =>
    filesBelow(join(folder, part), (path) => /(^|\/)tsconfig[^/]*\.json$/.test(path)),
  );
  const memory = join(folder, 'node_modules', '.gmg-archive', 'types');
  mkdirSync(memory, { recursive: true });
  return [join(folder, 'tsconfig.json'), ...configs].map((config) => {
    const name = relative(folder, config).replaceAll('\\', '/');
    const info = join(memory, `${name.replaceAll('/', '_')}.tsbuildinfo`);
    const args = ['-p', config, '--incremental', '--tsBuildInfoFile', info, '--pretty', 'false'];
    return { name: `types: ${name}`, command: ['typescript/bin/tsc', ...args] };
  });
}

/** All checks of a checkout. */
export function checksOf(folder: string): Check[] {
  const parts = ['electron', 'renderer', 'scripts', 'e2e'].filter((part) =>
    existsSync(join(folder, part)),
  );
  return [
    {
      name: 'layout (prettier)',
      command: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
    },
    { name: 'rules (eslint)', command: ['eslint/bin/eslint.js', '.', '--max-warnings=0'] },
    ...environments(folder),
    {
      name: 'who may import whom (dependency-cruiser)',
      command: [
        'dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config',
        '.dependency-cruiser.json',
        ...parts,
      ],
    },
    { name: 'dead code (knip)', command: ['knip/bin/knip.js', '--no-progress'] },
  ];
}

/** Runs one check in a checkout and keeps what it says. */
export function runCheck({ command: [script, ...args] }: Check, folder: string): Promise<Ended> {
  return run(process.execPath, [join(modules, script), ...args], { cwd: folder, collect: true });
}

/** Runs all checks of this checkout, two at a time, and prints what the failing ones say. */
export async function runChecks(): Promise<Tally> {
  const waiting = checksOf(root);
  let passed = 0;
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output, ms } = await runCheck(check, root);
      const seconds = (ms / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
      if (code === 0) passed += 1;
      else {
        failed += 1;
        console.log(output.trim());
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed, failed, skipped: 0 };
}

export async function check(): Promise<number> {
  const { failed } = await runChecks();
  console.log(failed === 0 ? 'Every check passed.' : `${failed} checks failed.`);
  return failed === 0 ? 0 : 1;
}
