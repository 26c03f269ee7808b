import type { ReadBatch } from '../../../lib/messages/protocol';
import { sendMessage } from '../../../lib/messages/client';
import { createOutbox } from '../../../lib/messages/outbox';

/*
 * Runs in the world of Stafet's own content scripts, beside them: what it sends goes the way that their reads go.
 */
const outbox = createOutbox({
  send: (batch: ReadBatch) => sendMessage('storeReads', batch),
  signal: new AbortController().signal,
  // A batch that is sent a second time would be measured as one.
  patienceMs: 60_000,
});

/** Sends batches one after the other. @returns Milliseconds from the first sending to the last acknowledgement, and what was stored. */
export function send(
  batches: readonly ReadBatch[],
): Promise<{ ms: number; stored: number; unchanged: number }> {
  return new Promise((resolve, reject) => {
    setTimeout(async () => {
      try {
        const sum = { ms: 0, stored: 0, unchanged: 0 };
        const start = performance.now();
        for (const batch of batches) {
          const delivery = await outbox.deliver(batch);
          if (delivery.kind !== 'acked') throw new Error(`not stored: ${JSON.stringify(delivery)}`);
          const { stored, unchanged, refused } = delivery.ack;
          if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`);
          sum.stored += stored;
          sum.unchanged += unchanged;
        }
        resolve({ ...sum, ms: performance.now() - start });
      } catch (error) {
        reject(error);
      }
    });
  });
}
