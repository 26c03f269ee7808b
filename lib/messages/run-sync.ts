import { SyncStopped, type SyncPage, type SyncStop } from '../crm/adapter';
import type { Delivery } from './outbox';
import type { SyncAck } from './protocol';

export interface SyncRun {
  /** The adapter's pages, one at a time: the next is asked for only once the last is stored. */
  readonly pages: AsyncIterable<SyncPage>;
  readonly deliver: (page: SyncPage) => Promise<Delivery<SyncAck>>;
  readonly signal: AbortSignal;
}

/**
 * Reads and stores page after page.
 * @returns Why it stopped, `undefined` where it is complete. Everything acknowledged by then is stored and the
 * stored cursor says where to go on.
 */
export async function runSync({ pages, deliver, signal }: SyncRun): Promise<SyncStop | undefined> {
  try {
    for await (const page of pages) {
      const delivery = await deliver(page);
      if (signal.aborted || delivery.kind === 'orphaned') return 'cancelled';
      if (delivery.kind === 'refused') return 'layout-unknown';
      if (delivery.ack.stop) return 'cancelled';
    }
    return undefined;
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    if (error instanceof SyncStopped) return error.reason;
    // `fetch` throws a TypeError where the network is gone; everything else is a reply that we did not expect.
    return error instanceof TypeError ? 'offline' : 'layout-unknown';
  }
}
