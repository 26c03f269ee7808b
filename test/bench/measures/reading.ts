import { call, evaluate } from '../browser/evaluate';
import { urlOf } from '../browser/extension-copy';
import { openPage, quiet } from '../browser/targets';
import { buildDriver } from '../build';
import { oursAt, SIZES } from '../copies';
import type { Reading } from '../driver/page';
import { sizeRow, timeRow } from '../row';
import { inTurns } from '../statistics';
import type { BrowserMeasure } from './measure';

/** 43 ms of columns against 1,300 of objects, and half as much again. */
const BUDGET = 0.05;
/** Columns with less than that for every deal do not hold every deal. */
const BYTES_PER_DEAL = 16;

/** Reading all numbers of all deals: the columns against the objects, in one page of the extension. */
export const reading: BrowserMeasure = {
  name: 'reading',
  in: 'browser',
  async run({ chromium, sizes, pairs, say }) {
    const size = sizes.at(-1) ?? '1k';
    const deals = SIZES[size];
    const name = `reading/${size}/columns-vs-toArray`;
    say(`Reading columns and objects at ${size} …`);
    // The manifest as a page: the extension's origin, and no script of its own that reads beside us.
    const page = await openPage(chromium, urlOf(oursAt(size), 'manifest.json'));
    await evaluate(page, await buildDriver('page'));
    const read = (what: 'readColumns' | 'readObjects') => async () => {
      await page.send('HeapProfiler.collectGarbage');
      const { ms, rows, bytes } = await call<Reading>(page, what, []);
      const isWhole = what === 'readObjects' ? rows >= deals : bytes >= deals * BYTES_PER_DEAL;
      if (!isWhole) throw new NotWhole(what, `${rows} rows and ${bytes} bytes`);
      return ms;
    };
    try {
      await quiet(chromium);
      const times = await inTurns({ columns: read('readColumns'), objects: read('readObjects') }, pairs);
      return [timeRow(name, { ours: times.columns, baseline: times.objects, budget: BUDGET })];
    } catch (error) {
      if (!(error instanceof NotWhole) || error.what !== 'readColumns') throw error;
      say(error.message);
      return [sizeRow(name, { value: null, unit: 'ms', budget: BUDGET })];
    } finally {
      await page.close();
    }
  },
};

/** Columns that do not hold every deal are not what the budget is about. */
class NotWhole extends Error {
  readonly what: string;
  constructor(what: string, found: string) {
    super(`${what} found ${found} only: not every deal.`);
    this.what = what;
  }
}
