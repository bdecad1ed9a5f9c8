// How the end-to-end tests run: one after the other, each in the real application.
import { defineConfig } from '@playwright/test';
import { join } from 'node:path';

const results = process.env['GMG_RESULTS'] ?? join(import.meta.dirname, '..', 'test-results');

export default defineConfig({
  testDir: '.',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  // A machine may be busy for a moment. What passes only at the second attempt is named in the count.
  retries: 1,
  expect: { timeout: 10_000 },
  outputDir: join(results, 'artefacts'),
  reporter: [['list'], ['json', { outputFile: join(results, 'report.json') }]],
  projects: [
    { name: 'application', testMatch: '*.spec.ts', testIgnore: ['smoke/**', 'components/**'] },
    { name: 'components', testMatch: 'components/*.spec.ts' },
    { name: 'package', testMatch: 'smoke/*.spec.ts' },
  ],
});
