import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { leanDexie } from './lean-dexie';

const root = fileURLToPath(new URL('../..', import.meta.url));

const shared = {
  root,
  setupFiles: ['test/config/vitest.setup.ts'],
  // Property tests take seconds on a busy machine; only a hang takes longer than this.
  testTimeout: 60_000,
  server: { deps: { inline: ['dexie'] } },
};

/** Folders whose tests need a document; every other test must do without one. */
const withDocument = ['test/unit/components/**/*.test.{ts,tsx}', 'test/unit/crm/**/*.test.{ts,tsx}'];

export default defineConfig({
  root,
  plugins: [react(), leanDexie()],
  // As in the service worker.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'node',
          environment: 'node',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/values/**/*.test.ts', 'test/check/**/*.test.ts'],
          exclude: withDocument,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'document', environment: 'happy-dom', include: withDocument },
      },
    ],
  },
});
