import type { Deal } from '../../lib/deal/deal';
import { dealKey } from '../../lib/deal/deal-key';
import type { ReadBatch } from '../../lib/messages/protocol';
import { openContentWorld } from './browser/content-world';
import type { Session } from './browser/devtools';
import { call, evaluate } from './browser/evaluate';
import { workerOf } from './browser/targets';
import { buildDriver } from './build';
import { hostAt, oursAt, SIZES } from './copies';
import { FIRST_ID } from './data/invent-deals';
import { BATCH, CRM, toBatch } from './data/to-batch';
import { visibleRead } from './data/visible-read';
import type { Bench } from './measures/measure';

/** Sends changes of deals from the world of the content scripts to the largest store. */
export interface Scanner {
  /** Keys of 500 deals that lie together in the store, others in every round: a list in the CRM's own order. */
  readonly together: (round: number) => readonly string[];
  /** Keys of 500 deals from all over the store: a list sorted by amount, say. */
  readonly scattered: (round: number) => readonly string[];
  /** Changes every deal and sends what a list shows of it. @returns Milliseconds to the acknowledgement. */
  readonly send: (keys: readonly string[]) => Promise<number>;
  /** Sends the last batch again. */
  readonly replay: () => Promise<number>;
  /** The worker, with the driver in it. */
  readonly worker: Session;
  readonly close: () => Promise<void>;
}

interface Sent {
  readonly ms: number;
  readonly stored: number;
  readonly unchanged: number;
}

/** Opens a page of the largest store's CRM and makes it ready to send. */
export async function scanner({ chromium, sizes }: Bench): Promise<Scanner> {
  const size = sizes.at(-1) ?? '1k';
  const [name, host, total] = [oursAt(size), hostAt(size), SIZES[size]];
  const worker = await workerOf(chromium, name);
  await evaluate(worker, await buildDriver('worker'));
  const program = await buildDriver('content');
  const { page, contextId } = await openContentWorld(chromium, { name, url: `http://${host}/`, program });
  const keyAt = (index: number): string => dealKey(CRM, host, String(FIRST_ID + (index % total)));
  let count = 0;
  let last: ReadBatch | undefined;

  async function deliver(batch: ReadBatch): Promise<Sent> {
    return call<Sent>(page, 'send', [[batch]], contextId);
  }

  return {
    worker,
    close: page.close,
    together: (round) => Array.from({ length: BATCH }, (_, at) => keyAt(round * BATCH + at)),
    scattered: (round) =>
      Array.from({ length: BATCH }, (_, at) => keyAt(at * Math.floor(total / BATCH) + round)),
    async send(keys) {
      count += 1;
      const at = new Date().toISOString();
      const deals = await call<readonly Deal[]>(worker, 'rows', [keys]);
      const reads = deals.map((deal) => visibleRead(deal, { at, moreMinor: count }));
      last = toBatch(reads, { host, name: `scan-${Date.now()}`, total, at });
      const { ms, stored } = await deliver(last);
      if (stored !== keys.length) throw new Error(`Of ${keys.length} changed deals ${stored} were stored.`);
      return ms;
    },
    async replay() {
      if (last === undefined) throw new Error('Nothing was sent yet.');
      const { ms, stored } = await deliver(last);
      if (stored !== 0) throw new Error(`A batch that was sent again changed ${stored} deals.`);
      return ms;
    },
  };
}
