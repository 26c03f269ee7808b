// `npm run -s bench`: sets up what is missing, then hands over to test/bench/run.ts.
import { parseArgs } from 'node:util';
import { ensure } from './ensure.mjs';
import { Sorry, main, say } from './run.mjs';

const USAGE = `Usage: npm run -s bench [-- OPTIONS]
  (none)         every measure, stores of 1,000, 10,000 and 100,000 deals, 9 pairs: about a quarter of an hour
  --only NAMES   some measures: bytes, forecast, handoffs, popup, records, reading, live, heap, views, scan, page
  --quick        3 pairs, stores of 1,000 and 10,000 deals
  --fresh        fills the stores again instead of taking those of an earlier run
  --self-test    puts a slow popup in Stafet's place: exit code 0 if every budget is seen to break`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'self-test': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Sorry(`${error.message}\n${USAGE}`);
  }
}

await main(async () => {
  const { only, quick, fresh, 'self-test': selfTest, help } = readOptions();
  if (help) throw new Sorry(USAGE);
  await ensure();
  const { register } = await import('tsx/esm/api');
  register();
  const { runBench } = await import('../bench/run.ts');
  const options = { quick, fresh, selfTest, ...(only === undefined ? {} : { only: only.split(',') }) };
  const rows = await runBench(options, (row) => process.stdout.write(`${JSON.stringify(row)}\n`));
  const broken = rows.filter(({ ok }) => !ok);
  if (!selfTest) {
    process.exitCode = broken.length === 0 ? 0 : 1;
    return;
  }
  const judged = rows.filter(({ budget }) => budget !== null);
  const seen = judged.filter(({ ok }) => !ok);
  say(`Of ${judged.length} budgets the slow popup was seen to break ${seen.length}.`);
  const asWanted = rows.every(({ budget, ok }) => ok === (budget === null));
  process.exitCode = judged.length > 0 && asWanted ? 0 : 1;
});
