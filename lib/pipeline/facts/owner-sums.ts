import type { FactSum } from './facts';

/** Sums by owner in the making. */
export interface OwnerSums {
  /** @param minor `undefined`: `isPriced` says whether there is no amount, or no rate. */
  readonly add: (owner: string | undefined, minor: number | undefined, isPriced: boolean) => void;
  readonly result: () => ReadonlyMap<string, FactSum>;
}

/** Adds amounts by owner and counts what it could not add; what would carry a sum beyond exact integers is not added. */
export function ownerSums(): OwnerSums {
  const sums = new Map<string, { minor: number; n: number; withoutAmount: number; apart: number }>();
  return {
    add: (owner = '', minor, isPriced) => {
      let sum = sums.get(owner);
      if (sum === undefined) sums.set(owner, (sum = { minor: 0, n: 0, withoutAmount: 0, apart: 0 }));
      if (minor === undefined && isPriced) sum.apart += 1;
      else if (minor === undefined || !Number.isSafeInteger(sum.minor + minor)) sum.withoutAmount += 1;
      else {
        sum.minor += minor;
        sum.n += 1;
      }
    },
    result: () => sums,
  };
}
