import { isNearPrice } from './is-near-price';
import type { RenewalWindow } from './renewal-window';

/** What is compared of a contract and of a renewal. */
export interface Comparable {
  readonly annualMinor: number;
  readonly product?: string | undefined;
  /** See {@link ownWords}. */
  readonly words: ReadonlySet<string>;
}

/** How well a renewal fits a contract. The smaller number is the better fit. */
export interface RenewalFit {
  /** Far from the contract's end, or the contract has none. */
  readonly isFar: boolean;
  /** What is stated of both: product, then name. */
  readonly stated: number;
  /** 0: the same, 1: near it, 2: another one. */
  readonly price: number;
  /** All of it but the price difference: fits of one rank are equally good. */
  readonly rank: number;
  /** What would have changed by the year, in minor units: of equally good fits the smaller change is taken. */
  readonly change: number;
}

/** Days that count as one in the first comparison of dates. Not measured: closings within a month are one round of papers. */
const MONTH_DAYS = 31;
/** Of longer distances none is longer. Not measured: it bounds a rank, and no contract is as long. */
const MOST_DAYS = 30_000;

/**
 * Compares a renewal with a contract. In this order count: near the contract's end at all; the same product, and not
 * another one; the name goes on; how many months from the end; the same price, or one near it; how many days.
 *
 * A price comes after the months: that two contracts of an account cost the same is a weaker sign than a renewal signed
 * beside the end of one of them. Of contracts that end together the months are the same, and the price decides.
 *
 * @param day The day's number on which the renewal closes.
 */
export function renewalFit(
  contract: Comparable & { readonly window: RenewalWindow | undefined },
  renewal: Comparable & { readonly day: number },
): RenewalFit {
  const { window } = contract;
  const { day } = renewal;
  const isFar = window === undefined || day < window.from;
  const apart = window === undefined ? MOST_DAYS : Math.abs(day - window.end);
  const days = Math.min(MOST_DAYS, apart);
  const stated =
    productFit(contract.product, renewal.product) * 2 + (goesOn(contract.words, renewal.words) ? 0 : 1);
  const months = Math.floor(days / MONTH_DAYS);
  const price = priceFit(contract.annualMinor, renewal.annualMinor);
  const rank = (((isFar ? 6 : 0) + stated) * 1000 + months) * 3 + price;
  return {
    isFar,
    stated,
    price,
    rank: rank * (MOST_DAYS + 1) + days,
    change: Math.abs(renewal.annualMinor - contract.annualMinor),
  };
}

function productFit(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 1;
  return a === b ? 0 : 2;
}

function priceFit(a: number, b: number): number {
  if (a === b) return 0;
  return isNearPrice(a, b) ? 1 : 2;
}

/** Whether all that tells the one from its like is in the other: nothing is no sign. */
function goesOn(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

function isWithin(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return few.size > 0 && [...few].every((word) => many.has(word));
}
