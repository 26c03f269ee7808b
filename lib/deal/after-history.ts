import { compareInstants } from '../calendar/compare-instants';
import { changeBetween } from './change-between';
import type { DealChange } from './deal';
import { isSameValue } from './is-same-value';
import { sidesOf } from './sides-of';

/**
 * What is left of a change that reads have shown, beside a history that is complete up to `until`: the very same one
 * where it happened later, nothing where it happened before or the history ends on its new value. One that may have
 * happened on either side happened after, and `notBefore` says so from now on.
 *
 * @param exact Rows of the history, in order of time.
 */
export function afterHistory(
  row: DealChange,
  until: string,
  exact: readonly DealChange[],
): DealChange | undefined {
  if (compareInstants(row.at, until) <= 0) return undefined;
  if (compareInstants(row.notBefore, until) >= 0) return row;
  const last = exact.findLast(({ field }) => field === row.field);
  const { from, to } = sidesOf(row);
  const end = last === undefined ? from : sidesOf(last).to;
  if (isSameValue(end, to)) return undefined;
  const { id: _, ...rest } = row;
  return { ...rest, ...changeBetween(end, to), notBefore: until };
}
