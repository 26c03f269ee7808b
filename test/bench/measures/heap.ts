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

/** What is left on the heap of each part when it is at rest: objects, and the binary data that they hold. */
export const heap: BrowserMeasure = {
  name: 'heap',
  in: 'browser',
  async run(bench) {
    const size = bench.sizes.at(-1) ?? '1k';
    const name = oursAt(size);
    bench.say(`Weighing worker, popup and dashboard at ${size} …`);
    const rows: Row[] = [];
    const add = (part: keyof typeof BUDGETS, value: number): void =>
      void rows.push(sizeRow(`heap/${size}/${part}`, { value, unit: 'MB', budget: BUDGETS[part] }));
    add('worker', await weighWorker(bench, name));
    add('popup', await weighPage(bench, urlOf(name, 'popup.html'), 'won'));
    add('dashboard', await weighPage(bench, urlOf(name, 'dashboard.html#/deals'), 'view-deals'));
    return rows;
  },
};

/** After a scan, when it knows all that it ever remembers of the store. */
async function weighWorker(bench: Bench, name: string): Promise<number> {
  const scan = await scanner(bench);
  await scan.send(scan.scattered(0));
  await scan.close();
  const worker = await workerOf(bench.chromium, name);
  await quiet(bench.chromium);
  return megabytes(worker);
}

async function weighPage({ chromium }: Bench, url: string, handle: string): Promise<number> {
  const page = await openPage(chromium, url);
  try {
    await until(
      async () =>
        (await evaluate(page, `document.querySelector('[data-testid="${handle}"]') !== null`))
          ? true
          : undefined,
      `${url} does not show "${handle}"`,
      60_000,
    );
    await quiet(chromium);
    return await megabytes(page);
  } finally {
    await page.close();
  }
}

async function megabytes(session: Session): Promise<number> {
  // Twice: what the first run finalises, the second one frees.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}
