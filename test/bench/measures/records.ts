import { call, evaluate, until } from '../browser/evaluate';
import { urlOf } from '../browser/extension-copy';
import { openPage, quiet, workerOf } from '../browser/targets';
import { buildDriver } from '../build';
import { plainAt, popupOf, type Size, SIZES } from '../copies';
import type { Reads } from '../driver/count-reads';
import { type Row, sizeRow } from '../row';
import type { Bench, BrowserMeasure } from './measure';

/** One record in a hundred deals, and so many more for settings, rates, looks at pages and the like. */
const RECORDS = { share: 0.01, more: 250 } as const;
/** Four megabytes of columns at 100,000 deals, and half as much again. */
const BYTES_PER_DEAL = 60;
const MORE_BYTES = 250_000;

/** What is read of IndexedDB because a popup opens, by the popup and by the worker together, until all is at rest. */
export const records: BrowserMeasure = {
  name: 'records',
  in: 'browser',
  async run(bench) {
    const rows: Row[] = [];
    for (const size of bench.sizes) {
      bench.say(`Counting what a popup reads at ${size} …`);
      const ours = await readsOfPopup(bench, bench.subjectAt(size));
      const plain = await readsOfPopup(bench, plainAt(size));
      rows.push(...rowsOf(size, ours, plain));
    }
    return rows;
  },
};

function rowsOf(size: Size, ours: Reads, plain: Reads): readonly Row[] {
  const deals = SIZES[size];
  return [
    sizeRow(`records/${size}/popup`, {
      // A key costs a read as well, and says as much of what grows with the store.
      value: ours.rows + ours.keys,
      unit: 'records',
      budget: Math.round(deals * RECORDS.share) + RECORDS.more,
      baseline: plain.rows + plain.keys,
    }),
    sizeRow(`records/${size}/popup-bytes`, {
      value: ours.bytes / 1e6,
      unit: 'MB',
      budget: (deals * BYTES_PER_DEAL + MORE_BYTES) / 1e6,
      baseline: plain.bytes / 1e6,
    }),
  ];
}

async function readsOfPopup({ chromium }: Bench, name: string): Promise<Reads> {
  const counter = await buildDriver('counter');
  const worker = await workerOf(chromium, name);
  await quiet(chromium);
  await evaluate(worker, counter);
  const page = await openPage(chromium, urlOf(name, popupOf(name)), (blank) =>
    blank.send('Page.addScriptToEvaluateOnNewDocument', { source: counter }),
  );
  await until(
    async () =>
      (await evaluate(page, `document.querySelector('[data-testid="won"]') !== null`)) ? true : undefined,
    `${name} shows no figures`,
  );
  await quiet(chromium);
  const [inPage, inWorker] = await Promise.all([
    call<Reads>(page, 'reads', []),
    call<Reads>(worker, 'reads', []),
  ]);
  await page.close();
  return {
    rows: inPage.rows + inWorker.rows,
    keys: inPage.keys + inWorker.keys,
    bytes: inPage.bytes + inWorker.bytes,
  };
}
