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

/**
 * Adds amounts of deals in one currency and says what it could not add: amounts without a rate, or without a code, stand
 * apart under their unit. An amount that would carry a sum beyond the safe integers is in no sum, like one that is not
 * known: a float would be a wrong figure.
 */
export function moneySum(currency: string, convert: Convert): MoneySumInMaking {
  const sum = { minor: 0, n: 0 };
  const apart = new Map<string, { readonly unit: string; minor: number; n: number }>();
  let withoutAmount = 0;
  let approximate = 0;

  return {
    add: (deal, day, share = (minor) => minor) => {
      const { amountMinor, unit } = deal;
      if (amountMinor === undefined || amountMinor === null) {
        withoutAmount += 1;
        return;
      }
      const code = deal.currency ?? undefined;
      const converted = code === undefined ? undefined : convert(amountMinor, code, day);
      if (converted !== undefined) {
        if (!addTo(sum, share(converted))) withoutAmount += 1;
        else if (deal.amountExact === false) approximate += 1;
        return;
      }
      const heap = apart.get(unit) ?? { unit, minor: 0, n: 0 };
      apart.set(unit, heap);
      if (!addTo(heap, share(amountMinor))) withoutAmount += 1;
    },
    result: () => ({
      ...sum,
      currency,
      apart: [...apart.values()].filter(({ n }) => n > 0).toSorted(byUse),
      withoutAmount,
      approximate,
    }),
  };
}

function addTo(sum: { minor: number; n: number }, minor: number): boolean {
  if (!Number.isSafeInteger(sum.minor + minor)) return false;
  sum.minor += minor;
  sum.n += 1;
  return true;
}

/** The most used first; then by name, codes before signs as `~` is behind every letter: the order is always the same. */
function byUse(a: ApartSum, b: ApartSum): number {
  return b.n - a.n || (a.unit < b.unit ? -1 : 1);
}
