import { currencyExponent } from '../money/currency-exponent';
import { toMinor } from '../money/to-minor';
import type { ChangeField, ChangeValue, Deal, DealChange, StatedAmount, StatedChange } from './deal';

/** Rows that a stated history makes; `undefined` where an amount cannot be expressed in its currency. */
export function historyRows(
  deal: Pick<Deal, 'key' | 'currency'>,
  stated: readonly StatedChange[],
): DealChange[] | undefined {
  const rows: DealChange[] = [];
  for (const change of stated) {
    const { at } = change;
    const push = (field: ChangeField, from: ChangeValue, to: ChangeValue) => {
      if (from === to) return;
      rows.push({ key: deal.key, field, from, to, at, notBefore: at, source: 'history' });
    };
    if (change.field !== 'amount') {
      push(change.field, change.from, change.to);
      continue;
    }
    const from = minorOf(change.from, deal.currency);
    const to = minorOf(change.to, deal.currency);
    if (from === undefined || to === undefined) return undefined;
    push('amountMinor', from, to);
    const codes = [change.from?.currency, change.to?.currency] as const;
    if (codes[0] !== undefined && codes[1] !== undefined) push('currency', codes[0], codes[1]);
  }
  return rows;
}

function minorOf(amount: StatedAmount | null, currency: Deal['currency']): number | null | undefined {
  if (amount === null) return null;
  return toMinor(amount.decimal, currencyExponent(amount.currency ?? currency));
}
