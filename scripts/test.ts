// `npm test`: every check and every test there is, added up into one last line.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged, testParts } from './build.ts';
import { runChecks } from './check.ts';
import { packageForSmoke } from './package.ts';
import { broken, endToEnd, type Tally } from './endToEnd.ts';
import { modules, readJson, root } from './places.ts';
import { run } from './processes.ts';
import { findElectron, type ElectronRuntime } from './setup/electron.ts';

/** Runs everything, prints `N passed, N failed, N skipped` last; 0 only if nothing failed. */
export async function test(): Promise<number> {
  const started = performance.now();
  const electron = await findElectron();
  const built = await buildChanged();
  const parts: Tally[] = [
    built ? { passed: 1, failed: 0, skipped: 0 } : broken,
    await timed('checks', runChecks),
    await timed('unit tests', unitTests),
    await timed('components', () => components(electron)),
    await timed('end-to-end tests', () => endToEnd(electron, 'application')),
    await timed('packaged application', () => packaged(electron)),
  ];
  const sum = (key: keyof Tally): number => parts.reduce((total, part) => total + part[key], 0);
  console.log(`All parts took ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 ? 0 : 1;
}

async function timed(name: string, part: () => Promise<Tally>): Promise<Tally> {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const tally = await part();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped (${seconds} s)`,
  );
  return tally;
}

async function unitTests(): Promise<Tally> {
  const report = join(root, 'test-results', 'unit.json');
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const { code } = await run(process.execPath, [
    join(modules, 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counted = readJson(report) as
    | {
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        numTodoTests: number;
        numFailedTestSuites: number;
      }
    | undefined;
  if (counted === undefined) return broken;
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = counted;
  // A file that cannot even be loaded has no failed test to count.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1);
  return { passed, failed, skipped: numPendingTests + numTodoTests };
}

async function components(electron: ElectronRuntime): Promise<Tally> {
  return (await buildChanged(testParts)) ? endToEnd(electron, 'components') : broken;
}

async function packaged(electron: ElectronRuntime): Promise<Tally> {
  const smoke = await packageForSmoke(electron);
  if (smoke === undefined) return broken;
  return endToEnd(electron, 'package', smoke);
}
