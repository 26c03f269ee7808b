import { fromMinor } from '../../../lib/money/from-minor';
import type { Deal, DealRead } from '../../../lib/deal/deal';

/** What a list shows of a stored deal, in a dozen columns, after its amount has grown by so many minor units. */
export function visibleRead(
  deal: Deal,
  { at, moreMinor }: { readonly at: string; readonly moreMinor: number },
): DealRead {
  const { number, name, account, currency, stage, outcome, crmProbability, owner, closeOn } = deal;
  const amount = fromMinor((deal.amountMinor ?? 0) + moreMinor, 2);
  return {
    id: deal.id,
    at,
    values: {
      ...shown({ number, name, account, stage, outcome, crmProbability, owner, closeOn }),
      ...shown({ lastActivityOn: deal.lastActivityOn, nextStep: deal.nextStep }),
      amount: { decimal: amount, currency: currency ?? 'EUR' },
    },
  };
}

/** Without what was never shown. */
function shown<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // What is left has no undefined value any more; the types cannot follow that.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
