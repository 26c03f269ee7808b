import { canSignMean } from '../money/can-sign-mean';
import { canonicalDecimal } from '../money/canonical-decimal';
import { currencyExponent } from '../money/currency-exponent';
import { fromMinor } from '../money/from-minor';
import { compareSources } from './compare-sources';
import type { Deal } from './deal';
import type { MoneyFacts, StatedCode, StatedSum } from './money-facts';

type StoredMoney = Pick<
  Deal,
  'amountMinor' | 'recurringMinor' | 'currency' | 'currencySymbol' | 'currencyStated' | 'sources'
>;

/** What a stored deal's columns say of its money: the way back from `moneyColumns`. */
export function moneyFactsOfDeal(deal: StoredMoney): MoneyFacts {
  const { amountMinor, recurringMinor, currency, sources } = deal;
  const places = currencyExponent(currency);
  const value = deal.currencyStated ?? statedCode(deal);
  const code = value && sources['currency'] ? { value, source: sources['currency'] } : undefined;
  const amountSource = sources['amountMinor'];
  // The amount's own code has the amount's own source; nothing else could have tied with it.
  const isOwn =
    code !== undefined && amountSource !== undefined && compareSources(code.source, amountSource) === 0;
  const extra = {
    ...(isOwn ? { code: code.value.code } : {}),
    ...(deal.currencySymbol === undefined ? {} : { symbol: deal.currencySymbol }),
  };
  return {
    code,
    amount:
      amountMinor === undefined || amountSource === undefined
        ? undefined
        : {
            value: amountMinor === null ? null : { decimal: plain(amountMinor, places), ...extra },
            source: amountSource,
          },
    recurring:
      recurringMinor === undefined || sources['recurringMinor'] === undefined
        ? undefined
        : { value: recurringSum(recurringMinor, places), source: sources['recurringMinor'] },
  };
}

function statedCode({ currency, currencySymbol }: StoredMoney): StatedCode | undefined {
  if (currency === undefined || currency === null) return undefined;
  const isOdd = currencySymbol !== undefined && canSignMean(currencySymbol, currency) === undefined;
  return isOdd ? { code: currency, symbol: currencySymbol } : { code: currency };
}

function recurringSum(minor: number | null, places: number): StatedSum | null {
  return minor === null ? null : { decimal: plain(minor, places) };
}

function plain(minor: number, places: number): string {
  return canonicalDecimal(fromMinor(minor, places)) ?? '0';
}
