import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: resolve(root, 'test-results/browser'),
  // A browser test that passes on the second try has told us something: no retries.
  retries: 0,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'e2e', testDir: resolve(root, 'test/e2e') },
    // Install, seed and 2,000 deals take their time on a small machine.
    { name: 'live', testDir: resolve(root, 'test/live'), timeout: 600_000, workers: 1 },
  ],
});
