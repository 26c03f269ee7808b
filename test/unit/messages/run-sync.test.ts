import { describe, expect, it } from 'vitest';
import { SyncStopped, type SyncPage } from '../../../lib/crm/adapter';
import { runSync } from '../../../lib/messages/run-sync';
import type { SyncAck } from '../../../lib/messages/protocol';

const page: SyncPage = { phase: 'deals', deals: [], done: 1, cursor: 'c' };
const ack: SyncAck = { batchId: 'b', stored: 1, unchanged: 0, refused: [], stop: false };
const open = new AbortController().signal;

async function* pages(count: number, then?: Error): AsyncGenerator<SyncPage> {
  for (let n = 0; n < count; n += 1) yield page;
  if (then !== undefined) throw then;
}

describe('runSync', () => {
  it('is complete when the adapter has no more pages', async () => {
    let stored = 0;
    const deliver = async () => ({ kind: 'acked', ack: { ...ack, stored: (stored += 1) } }) as const;
    expect(await runSync({ pages: pages(3), deliver, signal: open })).toBeUndefined();
    expect(stored).toBe(3);
  });

  it.each([
    [new SyncStopped('signed-out'), 'signed-out'],
    [new SyncStopped('busy'), 'busy'],
    [new TypeError('Failed to fetch'), 'offline'],
    [new Error('unexpected'), 'layout-unknown'],
  ])('says why it stopped: %s', async (error, reason) => {
    const deliver = async () => ({ kind: 'acked', ack }) as const;
    expect(await runSync({ pages: pages(1, error), deliver, signal: open })).toBe(reason);
  });

  it('asks for no further page once the worker says stop', async () => {
    let asked = 0;
    async function* counting(): AsyncGenerator<SyncPage> {
      for (;;) {
        asked += 1;
        yield page;
      }
    }
    const deliver = async () => ({ kind: 'acked', ack: { ...ack, stop: true } }) as const;
    expect(await runSync({ pages: counting(), deliver, signal: open })).toBe('cancelled');
    expect(asked).toBe(1);
  });
});
