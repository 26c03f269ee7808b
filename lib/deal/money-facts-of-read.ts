import { canSignMean } from '../money/can-sign-mean';
import { canonicalDecimal } from '../money/canonical-decimal';
import type { DealValues, FieldSource, StatedAmount } from './deal';
import type { MoneyFacts, StatedCode, StatedSum } from './money-facts';

/**
 * What one read says of a deal's money. A `recurring` amount lends its code to an amount of the same read that
 * shows none: one row, one currency.
 *
 * @param sources Sources of `amount` and `recurring` in this read; they differ where one of them is rounded.
 * @returns `malformed`: fields whose decimal is none; they are left out of `facts`.
 */
export function moneyFactsOfRead(
  { amount, recurring }: Pick<DealValues, 'amount' | 'recurring'>,
  sources: { readonly amount: FieldSource; readonly recurring: FieldSource },
): { readonly facts: MoneyFacts; readonly malformed: readonly ('amount' | 'recurring')[] } {
  const lent = amount?.currency === undefined ? recurring?.currency : undefined;
  const sum = stated(amount, lent);
  const again = stated(recurring, undefined);
  const value = codeOf(amount, recurring);
  // A code comes and goes with its amount; only where none is shown does it come with the recurring one.
  const isStated = value !== undefined && sum !== null && sum !== 'malformed';
  return {
    facts: {
      amount: sum === undefined || sum === 'malformed' ? undefined : { value: sum, source: sources.amount },
      recurring:
        again === undefined || again === 'malformed'
          ? undefined
          : { value: again, source: sources.recurring },
      code: isStated ? { value, source: sum === undefined ? sources.recurring : sources.amount } : undefined,
    },
    malformed: [
      ...(sum === 'malformed' ? (['amount'] as const) : []),
      ...(again === 'malformed' ? (['recurring'] as const) : []),
    ],
  };
}

function stated(amount: StatedAmount | null | undefined, lent: string | undefined) {
  if (amount === undefined || amount === null) return amount;
  const decimal = canonicalDecimal(amount.decimal);
  if (decimal === undefined) return 'malformed';
  const code = amount.currency ?? lent;
  return {
    decimal,
    ...(code === undefined ? {} : { code }),
    ...(amount.symbol === undefined ? {} : { symbol: amount.symbol }),
  } satisfies StatedSum;
}

function codeOf(amount: StatedAmount | null | undefined, recurring: StatedAmount | null | undefined) {
  const stater = amount?.currency === undefined ? recurring : amount;
  const code = stater?.currency;
  if (code === undefined) return undefined;
  // The sign beside the code is worth keeping only where no table knows it.
  const symbol = stater?.symbol;
  const isOdd = symbol !== undefined && canSignMean(symbol, code) === undefined;
  return (isOdd ? { code, symbol } : { code }) satisfies StatedCode;
}
