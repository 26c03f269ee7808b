import type { Delivery } from '../crm/reader';
import type { ReadBatch } from './protocol';

/** A look's news as messages of at most `limit` deals; one message without deals where only the view is news. */
export function readBatches(delivery: Delivery, name: string, limit = 500): ReadBatch[] {
  const { result, reads, ...about } = delivery;
  const { rendered, statedTotal, totalOf, problems } = result;
  const count = Math.max(1, Math.ceil(reads.length / limit));
  return Array.from({ length: count }, (_, part) => ({
    ...about,
    batchId: `${name}-${part}`,
    reads: reads.slice(part * limit, (part + 1) * limit),
    problems: problems.slice(0, limit),
    rendered,
    ...(statedTotal === undefined ? {} : { statedTotal }),
    ...(totalOf === undefined ? {} : { totalOf }),
  }));
}
