import type { Deal } from '../../demo/types';
import { openContentWorld } from '../browser/content-world';
import { call, evaluate } from '../browser/evaluate';
import { urlOf } from '../browser/extension-copy';
import type { Chromium } from '../browser/start';
import { openPage } from '../browser/targets';
import { buildDriver } from '../build';
import { type CopiesOptions, hostAt, oursAt, plainAt, type Size, SIZES, slowAt } from '../copies';
import { BATCH, inPieces, toBatch } from './to-batch';
import { toPlain } from './to-plain';
import { toRead } from './to-read';
import { inventDeals } from './invent-deals';

/** A third of the deals are in crowns: both sides convert them at this rate. */
const RATE = { from: 'DKK', to: 'EUR', on: '2020-01-01', rate: '0.1340' } as const;

/** Deals that are handed to the page at a time. It sends them in batches without a pause, as it would a long list. */
const TOGETHER = 10_000;

export interface FillOptions extends CopiesOptions {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly say: (text: string) => void;
}

/**
 * Fills every store once. Stafet's the way that it fills in use: as messages of its content scripts, 500 deals each, so
 * that whatever it derives from the deals is its own work. The baseline's through Dexie.
 */
export async function fillStores(
  chromium: Chromium,
  { sizes, selfTest, today, say }: FillOptions,
): Promise<void> {
  for (const size of sizes) {
    const count = SIZES[size];
    say(`Inventing ${count.toLocaleString('en')} deals …`);
    // Seeded by their number: the smaller store is not the beginning of the larger one.
    const deals = inventDeals({ count, seed: count, today });
    await fillPlain(chromium, plainAt(size), deals);
    if (selfTest) await fillPlain(chromium, slowAt(size), deals);
    else await fillOurs(chromium, size, { deals, say });
  }
}

async function fillOurs(
  chromium: Chromium,
  size: Size,
  { deals, say }: { readonly deals: readonly Deal[]; readonly say: (text: string) => void },
): Promise<void> {
  const name = oursAt(size);
  const host = hostAt(size);
  const program = await buildDriver('content');
  const { page, contextId } = await openContentWorld(chromium, { name, url: `http://${host}/`, program });
  for (const [nth, some] of inPieces(deals, TOGETHER).entries()) {
    if (nth % 2 === 0) say(`Storing deals in ${name}: ${nth * TOGETHER} of ${deals.length} …`);
    const now = Date.now();
    const messages = inPieces(some, BATCH).map((batch, part) => {
      // Every page of the list is a look of its own, at an instant of its own.
      const at = new Date(now + part).toISOString();
      const reads = batch.map((deal) => toRead(deal, at));
      return toBatch(reads, { host, name: `fill-${nth}-${part}`, total: deals.length, at });
    });
    await call(page, 'send', [messages], contextId);
  }
  await page.close();
  const popup = await openPage(chromium, urlOf(name, 'popup.html'));
  await evaluate(popup, await buildDriver('page'));
  await call(popup, 'saveRate', [RATE]);
  await popup.close();
}

async function fillPlain(chromium: Chromium, name: string, deals: readonly Deal[]): Promise<void> {
  const page = await openPage(chromium, urlOf(name, 'bare.html'));
  await evaluate(page, await buildDriver('page'));
  const seenAt = new Date().toISOString();
  for (const batch of inPieces(deals, BATCH))
    await call(page, 'addPlain', [batch.map((deal) => toPlain(deal, seenAt)), [RATE]]);
  await page.close();
}
