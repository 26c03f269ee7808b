import type { RefusedRead } from '../crm/adapter';
import type { Delivered } from '../crm/reader';
import { rowName } from '../deal/row-name';
import type { Delivery } from './outbox';
import type { ReadAck, ReadBatch } from './protocol';

/** What became of a look's messages, all of them together: each refused row by its place among all reads. */
export function delivered(batches: readonly ReadBatch[], answers: readonly Delivery<ReadAck>[]): Delivered {
  const bound: Record<string, string> = {};
  const refused: RefusedRead[] = [];
  let before = 0;
  for (const [nth, batch] of batches.entries()) {
    const answer = answers[nth];
    if (answer?.kind === 'acked') Object.assign(bound, answer.ack.bound);
    const lost =
      answer?.kind === 'acked' ? answer.ack.refused : answer?.kind === 'refused' ? wholly(batch) : [];
    for (const { index, problem } of lost)
      refused.push(index === undefined ? { problem } : { index: before + index, problem });
    before += batch.reads.length;
  }
  return { bound, refused };
}

/** Every row of a message that was refused as a whole; of one without rows, the view that it spoke of. */
function wholly({ reads, view }: ReadBatch): readonly RefusedRead[] {
  const code = 'reading-refused';
  if (reads.length === 0) return [{ problem: { code, row: view.scope ?? view.name } }];
  return reads.map((read, index) => ({ index, problem: { code, row: rowName(read, index) } }));
}
