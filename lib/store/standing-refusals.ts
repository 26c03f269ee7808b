import type { ReadProblem } from '../crm/adapter';
import { isRefusal } from '../deal/is-refusal';
import { rowName } from '../deal/row-name';
import type { ReadBatch } from '../messages/protocol';
import type { Sighting } from './rows';

/** Refusals kept with one sighting; of more, the newest. */
const most = 500;

/**
 * What stands refused of a look at a view after one more batch of it. A batch brings only the rows that are new or
 * changed, so a refusal of an earlier batch stays until its row has been read anew.
 */
export function standingRefusals(
  before: Pick<Sighting, 'readAt' | 'problems'> | undefined,
  { at, reads }: Pick<ReadBatch, 'at' | 'reads'>,
  refused: readonly ReadProblem[],
): readonly ReadProblem[] {
  // Another part of the same read, or the same batch sent again, takes nothing back.
  const isSameRead = before?.readAt === at;
  const readAnew = new Set(
    isSameRead ? [] : reads.flatMap((read, index) => [rowName(read, index), read.id ?? '']),
  );
  const earlier = (before?.problems ?? []).filter(({ code, row }) => isRefusal(code) && !readAnew.has(row));
  const each = new Map([...earlier, ...refused].map((problem) => [JSON.stringify(problem), problem]));
  return [...each.values()].slice(-most);
}
