// The steps of `npm test`. Each resolves to { passed, failed, skipped, output, notes? }; a step of one tool counts as one.
import { build } from './build.mjs';
import { run, runTool } from './run.mjs';
import { countFaults, countPlaywright, countVitest, one } from './count.mjs';

const VITEST = ['run', '--config', 'test/config/vitest.config.ts', '--reporter=default', '--reporter=json'];
const PURE = [
  'stats',
  'calendar',
  'money',
  'deal',
  'forecast',
  'pipeline',
  'handoff',
  'method',
  'crm/parse',
  'export',
];
const PURE_TESTS = [...PURE.map((folder) => `test/unit/${folder}/`), 'test/values/'];

/** Stored pages stay as they are drawn: a formatter would change their texts. */
const drawn = ['!test/pages/**/*.html', '!test/pages/**/*.json'];

/** A stage starts when the one before it has ended; its steps run two at a time. */
export const STAGES = [
  [
    {
      name: 'types',
      what: 'TypeScript',
      run: (options) => one(runTool('typescript', ['--noEmit', '-p', '.'], { tool: 'tsc', ...options })),
    },
    {
      name: 'lint',
      what: 'oxlint',
      run: (options) =>
        one(
          runTool(
            'oxlint',
            ['--type-aware', '--deny-warnings', '-c', 'test/config/oxlint.json', '.'],
            options,
          ),
        ),
    },
    {
      name: 'format',
      what: 'oxfmt',
      run: (options) =>
        one(runTool('oxfmt', ['-c', 'test/config/oxfmt.json', '--check', '.', ...drawn], options)),
    },
    {
      name: 'unused',
      what: 'knip',
      run: (options) => one(runTool('knip', ['-c', 'test/config/knip.json'], options)),
    },
  ],
  [
    { name: 'build', what: 'Chrome and Firefox', run: builds },
    {
      name: 'unit',
      what: 'Vitest, UTC',
      run: (options) => vitest('unit', 'UTC', ['test/unit/', 'test/values/'], options),
    },
  ],
  [
    {
      name: 'west',
      what: 'pure tier, Los Angeles',
      run: (options) => vitest('west', 'America/Los_Angeles', PURE_TESTS, options),
    },
    {
      name: 'east',
      what: 'pure tier, Kolkata',
      run: (options) => vitest('east', 'Asia/Kolkata', PURE_TESTS, options),
    },
    {
      name: 'checks',
      what: 'the repository and the build',
      run: (options) => vitest('checks', 'UTC', ['test/check/'], options),
    },
    {
      name: 'webext',
      what: "Mozilla's linter on the Firefox build",
      run: (options) =>
        one(
          runTool(
            'web-ext',
            ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery'],
            options,
          ),
        ),
    },
  ],
  [
    {
      name: 'e2e',
      what: 'the extension in a real browser',
      browser: true,
      run: (options) => playwright('e2e', options),
    },
  ],
  [
    {
      name: 'faults',
      what: 'kills, torn logs, damaged stores, a full disk: a short round',
      browser: true,
      run: (options) => faults(options),
    },
  ],
  [
    {
      name: 'live',
      what: 'the extension on a real Tryton',
      browser: true,
      run: (options) => playwright('live', options),
    },
  ],
];

async function builds() {
  // One after the other: both write the generated types.
  await build('chrome', { hosts: '' });
  await build('firefox', { hosts: '' });
  return { passed: 2, failed: 0, skipped: 0, output: '' };
}

async function vitest(name, zone, filters, options) {
  const file = `test-results/${name}.json`;
  const ran = await runTool('vitest', [...VITEST, `--outputFile.json=${file}`, ...filters], {
    // With STAFET_BUILT a check that needs the build fails where it would otherwise skip.
    env: { TZ: zone, ...(name === 'checks' ? { STAFET_BUILT: '1' } : {}) },
    ...options,
  });
  return countVitest(file, ran);
}

async function faults(options) {
  const args = ['test/tools/faults.mjs', '--short', '--build', '.output/chrome-mv3'];
  return countFaults(await run(process.execPath, args, options));
}

async function playwright(name, options) {
  const file = `test-results/${name}.json`;
  const args = [
    'test',
    '--config',
    'test/config/playwright.config.ts',
    `--project=${name}`,
    '--reporter=list,json',
  ];
  const ran = await runTool('@playwright/test', args, {
    tool: 'playwright',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '0' },
    ...options,
  });
  // A build server has everything these tests need: there a skipped one is a failure.
  return countPlaywright(file, ran, { maySkip: !process.env.CI });
}
