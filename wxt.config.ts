import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { oneFirstLoad } from './test/config/first-load';
import { foldSchemas } from './test/config/fold-schemas';
import { leanWorker } from './test/config/lean-worker';
import { preactForOverlay } from './test/config/preact-overlay';
import { shareParts } from './test/config/share-parts';

/** Hosts that a build is allowed to read without asking: a company's own package, and tests. */
const preGranted = (process.env['STAFET_HOSTS'] ?? '').split(/\s+/).filter(Boolean);

/**
 * `STAFET_GUARDS=off` builds the control of the faults (`npm run -s faults`): the extension without what guards its
 * store. No other build has a trace of it.
 */
const withoutGuards = [
  { find: /^.*\/guard\/guard$/, replacement: resolve(import.meta.dirname, 'test/faults/control/guard.ts') },
];

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  i18n: { localesDir: resolve(import.meta.dirname, 'lib/i18n/locales') },
  imports: false,
  outDir: process.env['STAFET_OUT'] ?? '.output',
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'stafet@example.com',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '144', incognito: 'not_allowed' }),
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // For one CRM's interface on another host than its pages, and only while the user has it read (lib/hosts/other-host.ts).
    optional_permissions: ['cookies'],
    host_permissions: preGranted,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https://*.my.salesforce.com; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    },
    action: { default_title: '__MSG_extensionName__' },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      preactForOverlay(entrypoints, config);
      leanWorker(entrypoints, config);
      oneFirstLoad(entrypoints, config);
      shareParts(entrypoints, config);
    },
  },
  vite: () => ({
    plugins: [foldSchemas()],
    // Smaller by some 4 % after gzip than what esbuild makes of it.
    build: {
      target: 'es2023',
      // Every browser that runs this knows `modulepreload`.
      modulePreload: { polyfill: false },
      minify: 'terser',
      terserOptions: { ecma: 2020, safari10: false, compress: { passes: 2 } },
    },
    // Dexie's usual build is ES5, for browsers that no extension of today runs in.
    resolve: {
      alias: [
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
        ...(process.env['STAFET_GUARDS'] === 'off' ? withoutGuards : []),
      ],
    },
  }),
});
