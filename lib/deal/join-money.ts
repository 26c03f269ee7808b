import { currencyExponent } from '../money/currency-exponent';
import { toMinor } from '../money/to-minor';
import type { MoneyFacts, StatedCode, StatedSum } from './money-facts';
import { strongerFact, type Fact } from './stronger-fact';
import { unitOf } from './unit-of';

/** An amount that was shown and is not kept, and why. */
export interface RefusedMoney {
  readonly field: 'amount' | 'recurring' | 'currency';
  /**
   * `not-in-minor-units`: finer than the currency's smallest unit, or too large for exact sums. `other-currency`: the
   * recurring amount is not in the deal's currency. `currency-changed`: the deal's currency is another, or no longer
   * known, since the recurring amount was seen; that amount is dropped.
   */
  readonly why: 'malformed' | 'not-in-minor-units' | 'other-currency' | 'currency-changed';
}

/**
 * The believed money of two. Amount and code are judged together: an amount that the resulting currency cannot
 * express is refused with its code and the previous one is kept, so that what is stored is always right or absent.
 */
export function joinMoney(
  current: MoneyFacts,
  incoming: MoneyFacts,
): { readonly facts: MoneyFacts; readonly refused: readonly RefusedMoney[] } {
  const refused: RefusedMoney[] = [];
  let amount = strongerFact(current.amount, incoming.amount, orderOfSum);
  // A code stated with a recurring amount alone serves only as long as no amount is known: an amount has its own.
  const codeOf = (facts: MoneyFacts) =>
    (facts.amount === undefined) === (amount === undefined) ? facts.code : undefined;
  let code = strongerFact(codeOf(current), codeOf(incoming), orderOfCode);
  if (!isExpressible(amount?.value, unitOf({ amount, code }))) {
    const isNew = amount !== current.amount;
    refused.push({ field: isNew ? 'amount' : 'currency', why: 'not-in-minor-units' });
    ({ amount, code } = current);
  }
  const recurring = joinRecurring(current, incoming.recurring, unitOf({ amount, code }));
  return { facts: { amount, code, recurring: recurring.fact }, refused: [...refused, ...recurring.refused] };
}

interface JoinedRecurring {
  readonly fact: Fact<StatedSum | null> | undefined;
  readonly refused: readonly RefusedMoney[];
}

function joinRecurring(
  current: MoneyFacts,
  incoming: Fact<StatedSum | null> | undefined,
  unit: string | undefined,
): JoinedRecurring {
  const refused: RefusedMoney[] = [];
  const believed = strongerFact(current.recurring, incoming, orderOfRecurring);
  if (believed !== undefined && believed !== current.recurring) {
    const why = whyNot(believed.value, unit);
    if (why === undefined) return { fact: believed, refused };
    refused.push({ field: 'recurring', why });
  }
  const fact = current.recurring;
  const unitBefore = unitOf(current);
  const isSameUnit = unitBefore === undefined || unitBefore === unit;
  if (fact === undefined || fact.value === null) return { fact, refused };
  if (isSameUnit && isExpressible(fact.value, unit)) return { fact, refused };
  return { fact: undefined, refused: [...refused, { field: 'recurring', why: 'currency-changed' }] };
}

function whyNot(sum: StatedSum | null, unit: string | undefined): RefusedMoney['why'] | undefined {
  if (sum?.code !== undefined && sum.code !== unit) return 'other-currency';
  return isExpressible(sum, unit) ? undefined : 'not-in-minor-units';
}

function isExpressible(sum: StatedSum | null | undefined, unit: string | undefined): boolean {
  return sum === null || sum === undefined || toMinor(sum.decimal, currencyExponent(unit)) !== undefined;
}

/**
 * The code first, and none before any: of two equally believed amounts the one that states its code wins, together
 * with its code. The parts are set apart by a sign that sorts before every other.
 */
function orderOfSum(sum: StatedSum | null): string {
  return sum === null ? '' : `${sum.code ?? ''}\u0000${sum.symbol ?? ''}\u0000${sum.decimal}`;
}

/** The number alone: the code that came with it is checked and not kept. */
function orderOfRecurring(sum: StatedSum | null): string {
  return sum?.decimal ?? '';
}

function orderOfCode({ code, symbol }: StatedCode): string {
  return `${code}\u0000${symbol ?? ''}`;
}
