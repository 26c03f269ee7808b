import { SyncStopped, type SyncPage, type SyncStop } from '../crm/adapter';
import { createOutbox } from './outbox';
import type { Protocol, SyncBatch } from './protocol';

/** The messages of a run to the worker. */
export type SyncDesk = {
  readonly [Name in 'beginSync' | 'storeSync' | 'syncAlive' | 'endSync']: (
    data: Parameters<Protocol[Name]>[0],
  ) => Promise<ReturnType<Protocol[Name]>>;
};

export interface SyncWork {
  /** What is synced, and the run's own name: chance, so that no other has it. */
  readonly about: Pick<SyncBatch, 'crm' | 'label' | 'tenant' | 'url' | 'runId'>;
  readonly desk: SyncDesk;
  /** The adapter's pages, one at a time: the next is asked for only once the last is stored. */
  readonly pages: (cursor: string | undefined) => AsyncIterable<SyncPage>;
  readonly now: () => string;
  /** Ends the run, whoever aborts it: the user, the page, or the worker by its answer. */
  readonly stop: AbortController;
}

/** The worker answers a sign of life after 20 seconds; much later, it has died meanwhile. */
const patienceMs = 30_000;

/**
 * Reads and stores page after page, if the worker lets this run begin: it lets one go at a time. Whatever the run waits
 * for, it gives signs of life. Everything acknowledged by its end is stored, and the stored cursor says where to go on.
 */
export async function runSync({ about, desk, pages, now, stop }: SyncWork): Promise<void> {
  const { signal } = stop;
  const { tenant, runId, crm, label } = about;
  // Begun much later than asked for, it would come as a surprise.
  const soon = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const door = createOutbox({ send: desk.beginSync, signal: soon });
  const begun = await door.deliver({ tenant, runId, crm, label, at: now() });
  if (begun.kind !== 'acked' || !begun.ack.go) return;

  void stayAlive({ about, desk, stop });
  const ended = await storePages({ about, desk, pages: pages(begun.ack.cursor), now, signal });
  stop.abort();
  // A run that has been stopped still says so, for a while: whoever stopped it may not have been the worker.
  const farewell = createOutbox({ send: desk.endSync, signal: AbortSignal.timeout(patienceMs) });
  await farewell.deliver({ tenant, runId, at: now(), ...(ended === undefined ? {} : { stop: ended }) });
}

/** One sign of life after the other: the worker times them, which a hidden tab cannot. */
async function stayAlive({ about, desk, stop }: Pick<SyncWork, 'about' | 'desk' | 'stop'>): Promise<void> {
  const { signal } = stop;
  const { tenant, runId } = about;
  const outbox = createOutbox({ send: desk.syncAlive, signal, patienceMs });
  while (!signal.aborted) {
    const beat = await outbox.deliver({ tenant, runId });
    if (beat.kind !== 'acked' || beat.ack.stop) stop.abort();
  }
}

interface Storing extends Pick<SyncWork, 'about' | 'desk' | 'now'> {
  readonly pages: AsyncIterable<SyncPage>;
  readonly signal: AbortSignal;
}

/** @returns Why it stopped; `undefined` where it is complete. */
async function storePages({ about, desk, pages, now, signal }: Storing): Promise<SyncStop | undefined> {
  const outbox = createOutbox({ send: desk.storeSync, signal });
  let steps = 0;
  try {
    for await (const page of pages) {
      const delivery = await outbox.deliver({
        ...about,
        batchId: `${about.runId}-${(steps += 1)}`,
        page,
        at: now(),
      });
      if (signal.aborted || delivery.kind === 'orphaned') return 'cancelled';
      if (delivery.kind === 'refused') return 'refused';
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
