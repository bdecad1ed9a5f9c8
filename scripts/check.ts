// `npm run check`: the rules no test can see, from layout to who may import whom. Each must end with 0.
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow, modules, root, stamps } from './places.ts';
import { run } from './processes.ts';
import type { Tally } from './endToEnd.ts';

interface Check {
  readonly name: string;
  /** Script below node_modules, then its arguments. */
  readonly command: readonly [string, ...string[]];
}

/** Every tsconfig.json is one environment; each is compiled alone. */
function environments(): Check[] {
  const configs = ['electron', 'renderer', 'scripts', 'e2e'].flatMap((folder) =>
    filesBelow(join(root, folder), (path) => /(^|\/)tsconfig[^/]*\.json$/.test(path)),
  );
  const memory = join(stamps, 'types');
  mkdirSync(memory, { recursive: true });
  return [join(root, 'tsconfig.json'), ...configs].map((config) => {
    const name = relative(root, config);
    const info = join(memory, `${name.replaceAll(/[\\/]/g, '_')}.tsbuildinfo`);
    const args = ['-p', config, '--incremental', '--tsBuildInfoFile', info, '--pretty', 'false'];
    return { name: `types: ${name}`, command: ['typescript/bin/tsc', ...args] };
  });
}

const checks = (): Check[] => [
  {
    name: 'layout (prettier)',
    command: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  {
    name: 'rules (eslint)',
    command: [
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-location',
      join(stamps, 'eslint'),
    ],
  },
  ...environments(),
  {
    name: 'who may import whom (dependency-cruiser)',
    command: [
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.json',
      'electron',
      'renderer',
      'scripts',
      'e2e',
    ],
  },
  { name: 'dead code (knip)', command: ['knip/bin/knip.js', '--no-progress'] },
];

/** Runs all checks, two at a time, and prints what the failing ones say. */
export async function runChecks(): Promise<Tally> {
  const waiting = checks();
  let passed = 0;
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const [script, ...args] = check.command;
      const { code, output, ms } = await run(process.execPath, [join(modules, script), ...args], {
        cwd: root,
        collect: true,
      });
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${(ms / 1000).toFixed(1)} s)`,
      );
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
