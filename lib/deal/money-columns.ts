import { canSignMean } from '../money/can-sign-mean';
import { currencyExponent } from '../money/currency-exponent';
import { toMinor } from '../money/to-minor';
import type { Deal, FieldSource } from './deal';
import type { MoneyFacts, StatedSum } from './money-facts';
import { unitOf } from './unit-of';

type MoneyColumns = Pick<
  Deal,
  'amountMinor' | 'amountExact' | 'currency' | 'currencySymbol' | 'currencyStated' | 'recurringMinor'
>;

/** A deal's money as its row stores it, with the sources of each column. Absent facts give absent columns. */
export function moneyColumns(facts: MoneyFacts): {
  readonly columns: MoneyColumns;
  readonly sources: Readonly<Record<string, FieldSource>>;
} {
  const { amount, code, recurring } = facts;
  const unit = unitOf(facts);
  const symbol = amount?.value?.symbol;
  return {
    columns: {
      ...(amount === undefined ? {} : { amountMinor: minorOf(amount.value, unit) }),
      ...(amount === undefined || amount.value === null
        ? {}
        : { amountExact: amount.source.from !== 'page-approximate' }),
      ...(code === undefined ? {} : { currency: unit ?? null }),
      // Kept beside a known code too: another code that is stated later must agree with it.
      ...(symbol === undefined ? {} : { currencySymbol: symbol }),
      ...(code === undefined || isTold(facts, unit) ? {} : { currencyStated: code.value }),
      ...(recurring === undefined ? {} : { recurringMinor: minorOf(recurring.value, unit) }),
    },
    sources: {
      ...(amount === undefined ? {} : { amountMinor: amount.source }),
      ...(code === undefined ? {} : { currency: code.source }),
      ...(recurring === undefined ? {} : { recurringMinor: recurring.source }),
    },
  };
}

/** Whether `currency` and `currencySymbol` alone tell the code that was stated, with its odd sign. */
function isTold({ amount, code }: MoneyFacts, unit: string | undefined): boolean {
  if (code === undefined || unit === undefined) return code === undefined;
  const symbol = amount?.value?.symbol;
  const told = symbol !== undefined && canSignMean(symbol, unit) === undefined ? symbol : undefined;
  return told === code.value.symbol;
}

function minorOf(sum: StatedSum | null, unit: string | undefined): number | null {
  if (sum === null) return null;
  const minor = toMinor(sum.decimal, currencyExponent(unit));
  // Facts are joined only where this holds (`joinMoney`).
  if (minor === undefined)
    throw new RangeError(`an amount that ${unit ?? 'no currency'} cannot express was kept`);
  return minor;
}
