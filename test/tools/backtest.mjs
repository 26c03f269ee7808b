// `npm run -s backtest -- DIR`: scores the forecast and the usual ways on a folder of deals.csv (+ history.csv).
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNode, ensurePackages } from './ensure.mjs';
import { Sorry, main } from './run.mjs';

const USAGE = `Usage: npm run -s backtest -- DIR [--scope everything|regions|teams|persons] [--months N] [--json]
       npm run -s backtest -- --generate DIR     writes a made-up company to try it on`;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        scope: { type: 'string', multiple: true },
        months: { type: 'string' },
        json: { type: 'boolean', default: false },
        generate: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Sorry(`${error.message}\n${USAGE}`);
  }
}

await main(async () => {
  const { values, positionals } = options();
  const months = values.months === undefined ? Infinity : Number(values.months);
  if (positionals.length !== 1 || !(months >= 1)) throw new Sorry(USAGE);
  ensureNode();
  await ensurePackages();
  const { register } = await import('tsx/esm/api');
  register();
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  if (values.generate) {
    const { writeCompany } = await import('./backtest/write-company.ts');
    console.log(writeCompany(folder));
    return;
  }
  const { report } = await import('./backtest/report.ts');
  try {
    for (const line of report(folder, { scopes: values.scope, months, json: values.json })) console.log(line);
  } catch (error) {
    throw error.name === 'Unusable' ? new Sorry(error.message) : error;
  }
});
