// Runs the Playwright tests against the real application, and counts.
import { join } from 'node:path';
import { readJson, root, say } from './places.ts';
import type { ElectronRuntime } from './setup/electron.ts';
import { preparePlace } from './unprivileged.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A part that could not even run. */
export const broken: Tally = { passed: 0, failed: 1, skipped: 0 };

/** Runs one Playwright project in the real application, as an ordinary user and with the sandbox on. */
export async function endToEnd(
  electron: ElectronRuntime,
  project: 'application' | 'components' | 'package',
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const place = preparePlace(electron);
  // Paths inside the repository are handed on as the user who runs the tests sees them.
  const seen = Object.fromEntries(
    Object.entries(env).map(([name, path]) => [name, path.replace(root, () => place.root)]),
  );
  try {
    const { code } = await place.run(
      [
        place.node,
        '--no-warnings',
        join(place.root, 'node_modules', '@playwright', 'test', 'cli.js'),
        'test',
        `--config=${join(place.root, 'e2e', 'playwright.config.ts')}`,
        `--project=${project}`,
      ],
      { virtualDisplay: true, env: seen },
    );
    const report = readJson(join(place.results, 'report.json')) as
      | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
      | undefined;
    if (report === undefined || (report.stats.expected === 0 && report.stats.unexpected === 0)) {
      say(`The ${project} tests could not run (exit code ${code}): see the reason above.`);
      return broken;
    }
    const { expected, unexpected, flaky, skipped } = report.stats;
    if (flaky > 0)
      say(`${flaky} of the ${project} tests passed only at the second attempt (above).`);
    return { passed: expected + flaky, failed: Math.max(unexpected, code === 0 ? 0 : 1), skipped };
  } finally {
    place.end(join(root, 'test-results', project));
  }
}
