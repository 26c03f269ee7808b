import type { Convert } from './converter';
import type { ApartSum, MoneySum } from './glance';

/** What a deal, or its row of the columns, says of its amount. */
export interface Priced {
  readonly amountMinor?: number | null | undefined;
  readonly amountExact?: boolean | undefined;
  readonly currency?: string | null | undefined;
  /** Its code, else its `apartUnit`: under which name it stands apart. */
  readonly unit: string;
}

/** A sum in the making. */
export interface MoneySumInMaking {
  /** Adds a deal; `day` dates its rate, `share` is what of an amount in minor units counts (all of it if absent). */
  readonly add: (deal: Priced, day: string, share?: (minor: number) => number) => void;
  readonly result: () => MoneySum;
}

interface Heap {
  minor: number;
  n: number;
}

/**
 * Adds amounts of deals in one currency and says what it could not add: amounts without a rate, or without a code, stand
 * apart under their unit. An amount that would carry a sum beyond the safe integers is in no sum, like one that is not
 * known: a float would be a wrong figure.
 */
export function moneySum(currency: string, convert: Convert): MoneySumInMaking {
  const sum: Heap = { minor: 0, n: 0 };
  const apart = new Map<string, Heap>();
  let withoutAmount = 0;
  let approximate = 0;

  return {
    add: (deal, day, share = (minor) => minor) => {
      const { amountMinor, amountExact, currency: code, unit } = deal;
      if (amountMinor === undefined || amountMinor === null) {
        withoutAmount += 1;
        return;
      }
      const converted = code ? convert(amountMinor, code, day) : undefined;
      const heap = converted === undefined ? (apart.get(unit) ?? { minor: 0, n: 0 }) : sum;
      if (!addTo(heap, share(converted ?? amountMinor))) withoutAmount += 1;
      else if (heap !== sum) apart.set(unit, heap);
      else if (amountExact === false) approximate += 1;
    },
    result: () => ({
      ...sum,
      currency,
      apart: [...apart].map(([unit, heap]) => ({ unit, ...heap })).toSorted(byUse),
      withoutAmount,
      approximate,
    }),
  };
}

function addTo(sum: Heap, minor: number): boolean {
  if (!Number.isSafeInteger(sum.minor + minor)) return false;
  sum.minor += minor;
  sum.n += 1;
  return true;
}

/** The most used first; then by name, codes before signs as `~` is behind every letter: the order is always the same. */
function byUse(a: ApartSum, b: ApartSum): number {
  return b.n - a.n || (a.unit < b.unit ? -1 : 1);
}
