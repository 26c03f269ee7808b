import { evaluate, until } from '../browser/evaluate';
import type { Session } from '../browser/devtools';
import { urlOf } from '../browser/extension-copy';
import { openPage, quiet, workerOf } from '../browser/targets';
import { oursAt } from '../copies';
import { type Row, sizeRow } from '../row';
import { scanner } from '../scanner';
import type { Bench, BrowserMeasure } from './measure';

/** In megabytes, at 100,000 deals. */
const BUDGETS = { popup: 30, worker: 40, dashboard: 120 } as const;

/**
 * What is left on the heap of each part when it is at rest: objects, and the binary data that they hold. Beside it, as
 * information, the most that was seen while a page opened: that counts garbage, and the collector's moods with it.
 */
export const heap: BrowserMeasure = {
  name: 'heap',
  in: 'browser',
  async run(bench) {
    const size = bench.sizes.at(-1) ?? '1k';
    const name = oursAt(size);
    bench.say(`Weighing worker, popup and dashboard at ${size} …`);
    const row = (part: string, value: number, budget: number | null): Row =>
      sizeRow(`heap/${size}/${part}`, { value, unit: 'MB', budget });
    const worker = await weighWorker(bench, name);
    const popup = await weighPage(bench, urlOf(name, 'popup.html'), 'won');
    const dashboard = await weighPage(bench, urlOf(name, 'dashboard.html#/deals'), 'view-deals');
    return [
      row('worker', worker, BUDGETS.worker),
      row('popup', popup.atRest, BUDGETS.popup),
      row('popup-opening', popup.opening, null),
      row('dashboard', dashboard.atRest, BUDGETS.dashboard),
      row('dashboard-opening', dashboard.opening, null),
    ];
  },
};

interface Weight {
  readonly atRest: number;
  readonly opening: number;
}

/** After a scan, when it knows all that it ever remembers of the store. */
async function weighWorker(bench: Bench, name: string): Promise<number> {
  const scan = await scanner(bench);
  await scan.send(scan.scattered(0));
  await scan.close();
  const worker = await workerOf(bench.chromium, name);
  await quiet(bench.chromium);
  return megabytes(worker);
}

async function weighPage({ chromium }: Bench, url: string, handle: string): Promise<Weight> {
  const page = await openPage(chromium, url);
  try {
    let opening = 0;
    const isThere = `document.querySelector('[data-testid="${handle}"]') !== null`;
    await until(async () => {
      opening = Math.max(opening, await inUse(page));
      return (await evaluate(page, isThere)) ? true : undefined;
    }, `${url} does not show "${handle}"`);
    await quiet(chromium);
    opening = Math.max(opening, await inUse(page));
    return { atRest: await megabytes(page), opening };
  } finally {
    await page.close();
  }
}

async function megabytes(session: Session): Promise<number> {
  // Twice: what the first run finalises, the second one frees.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return inUse(session);
}

async function inUse(session: Session): Promise<number> {
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
