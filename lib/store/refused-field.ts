import type { ReadProblem } from '../crm/adapter';
import type { DealField, DealValues } from '../deal/deal';
import type { RefusedMoney } from '../deal/join-money';

const codes = {
  malformed: 'amount-unreadable',
  'not-in-minor-units': 'amount-inexact',
  'other-currency': 'recurring-currency',
  'currency-changed': 'recurring-currency',
} as const satisfies Record<RefusedMoney['why'], ReadProblem['code']>;

/** What the merge refused of a row, as a problem: the row keeps its other values, and this one its earlier value. */
export function refusedField(row: string, values: DealValues, { field, why }: RefusedMoney): ReadProblem {
  const shown: DealField = field === 'recurring' ? 'recurring' : 'amount';
  const stated = values[shown];
  const text = [stated?.decimal, stated?.currency ?? stated?.symbol].filter(Boolean).join(' ').slice(0, 80);
  return {
    code: field === 'currency' ? 'currency-misfit' : codes[why],
    row,
    field: shown,
    ...(text === '' ? {} : { text }),
  };
}
