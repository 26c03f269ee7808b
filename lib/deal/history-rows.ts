import { amountSide } from './amount-side';
import { changeBetween } from './change-between';
import type { DealChange, StatedChange } from './deal';
import { isSameValue } from './is-same-value';

/**
 * Rows that a stated history makes. An amount is counted in what the history says of it, and in nothing else: the
 * deal's present currency may be another. `undefined` where an amount cannot be expressed in its currency.
 */
export function historyRows(key: string, stated: readonly StatedChange[]): DealChange[] | undefined {
  const rows: DealChange[] = [];
  for (const change of stated) {
    const from = change.field === 'amount' ? amountSide(change.from) : { value: change.from };
    const to = change.field === 'amount' ? amountSide(change.to) : { value: change.to };
    if (from === undefined || to === undefined) return undefined;
    if (isSameValue(from, to)) continue;
    const { at } = change;
    const field = change.field === 'amount' ? 'amountMinor' : change.field;
    rows.push({ key, field, ...changeBetween(from, to), at, notBefore: at, source: 'history' });
  }
  return rows;
}
