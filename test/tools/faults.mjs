// `npm run -s faults`: kills, torn logs, damaged stores and full disks, on the built extension and on one without guards.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { ROOT, Sorry, main, say } from './run.mjs';

const USAGE = `Usage: npm run -s faults [-- OPTIONS]
  --kills N         SIGKILLs of the browser in the middle of writing (20); the rest follows in a fixed proportion:
  --torn-tails N    log tails torn off, each followed by two sessions that write (a quarter of the kills)
  --worker-kills N  ends of the service worker in the middle of writing (as many as kills)
  --recipes N       stores damaged on disk, in every way there is in turn (all ways, once for each hundred kills)
  --full-disks N    rounds on a full disk (one for each hundred kills)
  --quotas N        rounds on a used-up quota (as many)
  --seed N          the same seed makes the same plan (1)
  --short           a few of each, as npm test runs them
  --build DIR       the built extension, where it need not be built anew
  --no-control      leaves the extension without guards out
  --keep            leaves the profiles of rounds that found something`;

const NUMBERS = ['kills', 'torn-tails', 'worker-kills', 'recipes', 'full-disks', 'quotas', 'seed'];

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        ...Object.fromEntries(NUMBERS.map((name) => [name, { type: 'string' }])),
        build: { type: 'string' },
        short: { type: 'boolean', default: false },
        'no-control': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new Sorry(`${error.message}\n${USAGE}`);
  }
  if (values.help) throw new Sorry(USAGE);
  const wrong = NUMBERS.find((name) => values[name] !== undefined && !/^\d{1,6}$/.test(values[name]));
  if (wrong !== undefined) throw new Sorry(`--${wrong} needs a whole number.\n${USAGE}`);
  return values;
}

/** The amounts that were asked for; what was not follows from the kills. */
function amountsOf(values, amountsFor, short) {
  const usual = values.short ? short : amountsFor(Number(values.kills ?? 20));
  const asked = {
    kills: values.kills,
    tornTails: values['torn-tails'],
    workerKills: values['worker-kills'],
    recipes: values.recipes,
    fullDisks: values['full-disks'],
    quotas: values.quotas,
  };
  return Object.fromEntries(
    Object.entries(usual).map(([name, count]) => [name, Number(asked[name] ?? count)]),
  );
}

/** A control that is the same extension controls nothing. */
function warnOfTwins(guarded, control) {
  const [one, other] = [guarded, control].map((folder) =>
    readFileSync(resolve(ROOT, folder, 'background.js'), 'utf8'),
  );
  if (one === other) say('! The two builds are the same: there is nothing here that guards the store.');
}

await main(async () => {
  const values = readOptions();
  await ensure();
  say('Building the extension, and the one without guards …');
  const guarded = values.build ?? (await build('chrome', { hosts: '', out: '.output/faults' }));
  const control = values['no-control']
    ? guarded
    : await build('chrome', { hosts: '', out: '.output/control', guards: false });
  if (!values['no-control']) warnOfTwins(guarded, control);
  const { register } = await import('tsx/esm/api');
  register();
  const { amountsFor, shortAmounts, shortControl } = await import('../faults/plan.ts');
  const { runFaults } = await import('../faults/main.ts');
  const amounts = amountsOf(values, amountsFor, shortAmounts);
  const sound = await runFaults({
    guarded,
    control,
    amounts,
    controlAmounts: values['no-control'] ? undefined : values.short ? shortControl : amounts,
    seed: Number(values.seed ?? 1),
    keep: values.keep,
  });
  process.exitCode = sound ? 0 : 1;
});
