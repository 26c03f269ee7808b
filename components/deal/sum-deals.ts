import type { Deal } from '../../lib/deal/deal';
import { weighMinor } from '../../lib/money/weigh-minor';
import type { MoneySum } from '../../lib/pipeline/glance';
import { moneySum } from '../../lib/pipeline/money-sum';
import { rateDayOf, type Valuation } from './value-deal';

/**
 * What a list of deals adds up to, by the same rules as the popup's sums; `undefined` while the reporting currency is
 * not known. `weighted`: each amount times the CRM's own probability, none counting as nothing.
 */
export function sumDeals(
  deals: readonly Deal[],
  valuation: Valuation,
  weighted = false,
): MoneySum | undefined {
  if (valuation.currency === undefined) return undefined;
  const sum = moneySum(valuation.currency, valuation.convert);
  for (const deal of deals) {
    const share = weighted ? (minor: number) => weighMinor(minor, deal.crmProbability ?? 0) : undefined;
    sum.add(deal, rateDayOf(deal, valuation.today), share);
  }
  return sum.result();
}
