import { compareInstants } from '../../calendar/compare-instants';
import { changeBetween } from '../change-between';
import type { ChangeSide, DealChange } from '../deal';
import { isSameValue } from '../is-same-value';
import { closerLink } from './closer-link';
import type { Linked } from './link-steps';

/**
 * Rows of a history that may have begun before its file, or left something out: what was so before each change and
 * after it, as if a page had shown it then. Changes of one day are one: in which hours the others were is not known.
 * Where two steps do not join, something changed between them. Of a file that begins in the middle of a day, and tells no
 * hours, what its first step begins with is taken to have been so from that day's start on.
 */
export function seenRows(
  place: Pick<DealChange, 'key' | 'field'>,
  { groups, start }: Linked,
  stored: readonly DealChange[],
): DealChange[] {
  const rows: DealChange[] = [];
  let before = start.notBefore === undefined ? undefined : { side: start.side, at: start.notBefore };
  const add = (from: ChangeSide, to: ChangeSide, bounds: Pick<DealChange, 'notBefore' | 'at'>) => {
    if (!isSameValue(from, to))
      rows.push({ ...place, ...changeBetween(from, to), ...bounds, source: 'page' });
  };
  for (const group of groups) {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) continue;
    const { notBefore, at } =
      first === last ? closerLink(first, place.field, stored) : { notBefore: first.notBefore, at: last.at };
    const since = compareInstants(notBefore, at) === 0 ? justBefore(at) : notBefore;
    if (before !== undefined) add(before.side, first.from, { notBefore: before.at, at: since });
    add(first.from, last.to, { notBefore: since, at });
    before = { side: last.to, at };
  }
  return rows;
}

function justBefore(instant: string): string {
  return Temporal.Instant.from(instant).subtract({ milliseconds: 1 }).toString();
}
