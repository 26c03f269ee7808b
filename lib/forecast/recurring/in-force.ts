import { compareTexts } from '../../deal/compare-texts';
import { firstPlace } from './first-place';
import type { Contract } from './renewal-group';

interface Asked {
  readonly product: string | undefined;
  readonly annualMinor: number;
  readonly count: number;
}

/** Contracts of an account that are in force on a day, or in their days of grace, and that nothing has renewed by then. */
export interface InForce {
  /** Days come in order. */
  readonly moveTo: (day: number) => void;
  readonly drop: (contract: Contract) => void;
  /** Of those of which the day is near the end: so many that end nearest to a day, as many of a product, and of a price. */
  readonly nearTo: (day: number, asked: Asked) => ReadonlySet<Contract>;
  /** Of the others so many that began last, as many of a product, and of a price. */
  readonly latest: (asked: Asked) => ReadonlySet<Contract>;
}

export function inForce(contracts: readonly Contract[]): InForce {
  const near = shelves(({ window }) => window?.end ?? Infinity);
  const far = shelves(({ from }) => from);
  const starting = inOrder(contracts, startOf);
  const nearing = inOrder(contracts, nearOf);
  const ending = inOrder(contracts, ({ window }) => window?.until ?? Infinity);
  const gone = new Set<Contract>();
  const drop = (contract: Contract): void => {
    gone.add(contract);
    near.remove(contract);
    far.remove(contract);
  };
  return {
    drop,
    moveTo(day) {
      for (const one of starting(day)) if (!gone.has(one)) far.add(one);
      for (const one of nearing(day)) {
        far.remove(one);
        if (!gone.has(one)) near.add(one);
      }
      for (const one of ending(day - 1)) drop(one);
    },
    nearTo: near.around,
    latest: (asked) => far.around(Infinity, asked),
  };
}

function startOf({ from }: Contract): number {
  return from + 1;
}

function nearOf(contract: Contract): number {
  return contract.window === undefined ? Infinity : Math.max(contract.window.from, startOf(contract));
}

/** Gives those whose day has come since it was asked before. */
function inOrder(contracts: readonly Contract[], dayOf: (one: Contract) => number) {
  const sorted = contracts.toSorted((a, b) => compare(dayOf(a), dayOf(b)));
  let next = 0;
  return (day: number): readonly Contract[] => {
    const first = next;
    for (let one = sorted[next]; one !== undefined && dayOf(one) <= day; one = sorted[next]) next += 1;
    return sorted.slice(first, next);
  };
}

/** Contracts in the order of a number: all, by their products and by their prices. */
function shelves(keyOf: (one: Contract) => number) {
  const all: Contract[] = [];
  const byProduct = new Map<string | undefined, Contract[]>();
  const byPrice = new Map<number, Contract[]>();
  const order = (a: Contract, b: Contract): number =>
    compare(keyOf(a), keyOf(b)) || compareTexts(a.deal.id, b.deal.id);
  const ownOf = ({ product, annualMinor }: Contract): readonly Contract[][] => {
    const [like, alike] = [byProduct.get(product) ?? [], byPrice.get(annualMinor) ?? []];
    byProduct.set(product, like);
    byPrice.set(annualMinor, alike);
    return product === undefined ? [all, alike] : [all, like, alike];
  };
  return {
    add(one: Contract): void {
      for (const shelf of ownOf(one))
        shelf.splice(
          firstPlace(shelf, (other) => order(other, one) < 0),
          0,
          one,
        );
    },
    remove(one: Contract): void {
      for (const shelf of ownOf(one)) {
        const at = firstPlace(shelf, (other) => order(other, one) < 0);
        if (shelf[at] === one) shelf.splice(at, 1);
      }
    },
    around(key: number, { product, annualMinor, count }: Asked): ReadonlySet<Contract> {
      const found = (shelf: readonly Contract[]): readonly Contract[] => {
        const at = firstPlace(shelf, (other) => keyOf(other) < key);
        return shelf.slice(Math.max(0, at - count), at + count);
      };
      if (all.length <= count) return new Set(all);
      const like = product === undefined ? [] : (byProduct.get(product) ?? []);
      return new Set([...found(all), ...found(like), ...found(byPrice.get(annualMinor) ?? [])]);
    },
  };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
