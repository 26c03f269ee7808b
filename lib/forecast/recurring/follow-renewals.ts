import { compareTexts } from '../../deal/compare-texts';
import { endOf } from './end-of';
import { inForce } from './in-force';
import { isPartOf } from './is-part-of';
import { isPossible } from './is-possible';
import { mostLookedAt } from './most-looked-at';
import { isShort } from './is-short';
import { renewalFit } from './renewal-fit';
import type { Contract, Group, Renewing } from './renewal-group';
import { type Pair, type Paired, takeBest } from './take-best';

/** Renewals that close within so many days, of contracts that end within as many, are chosen for together. Not measured. */
const ROUND_DAYS = 31;
/** Two renewals of one contract are signed within so many days of each other: a quarter. Not measured. */
const SPLIT_DAYS = 90;
/** So many renewals of one day are chosen for together. Not measured: it bounds the time. */
const MOST_TOGETHER = 64;

/**
 * Goes through won renewals by the day on which they were won. Each is of a contract in force on that day: what has been
 * renewed by then no longer is, and the renewal is a contract itself. Near its end a contract is chosen by
 * {@link renewalFit}; far from any end by what is stated, by the price, and then by what began first.
 *
 * @param before What has been paired before.
 * @param isStrict Whether a renewal is left alone that is far from the end and has a sign against it: another product, an
 * earlier end than the contract, or that it is a part of what another renewal has left.
 */
export function followRenewals(
  { contracts, renewals }: Group,
  { isStrict, before }: { readonly isStrict: boolean; readonly before: readonly Group[] },
): Paired {
  const count = mostLookedAt(renewals.length);
  const there = inForce(contracts);
  const byId = new Map(contracts.map((one) => [one.deal.id, one]));
  const queue = renewals.toSorted(byDay);
  const groups: Group[] = [];
  const doubts: Group[] = [];
  const taken = new Set<Renewing>();
  const renewedBy = new Map<string, Contract>();
  let short: readonly Group[] = [];

  function note({ contracts: [own], renewals: by }: Group): void {
    if (own !== undefined) for (const { deal } of by) renewedBy.set(deal.id, own);
  }

  function keep(made: Paired): void {
    groups.push(...made.groups);
    doubts.push(...made.doubts);
    for (const group of made.groups) {
      group.contracts.forEach(there.drop);
      group.renewals.forEach((one) => taken.add(one));
      note(group);
    }
  }

  /** As many as are chosen for together find one each, if there are so many. */
  function lookedAt({ product, annualMinor }: Renewing, together: number) {
    return { product, annualMinor, count: count + together };
  }

  /** Later renewals of what ends with the contracts that are chosen for, at most one for each of these. */
  function laterOf(first: readonly Renewing[], pairs: readonly Pair[], next: number): readonly Renewing[] {
    const best = new Map<Renewing, Pair>();
    for (const pair of pairs)
      if (pair.rank < (best.get(pair.renewal)?.rank ?? Infinity)) best.set(pair.renewal, pair);
    const set = new Set<Contract>();
    for (const { contract, renewal } of pairs) {
      const end = best.get(renewal)?.contract.window?.end ?? Infinity;
      if (Math.abs(endOf(contract) - end) <= ROUND_DAYS) set.add(contract);
    }
    const most = Math.min(set.size, MOST_TOGETHER) - first.length;
    const until = (first[0]?.closes ?? 0) + ROUND_DAYS;
    const later: Renewing[] = [];
    for (let at = next; at < queue.length && later.length < most; at += 1) {
      const one = queue[at];
      if (one === undefined || one.closes > until) break;
      if (!taken.has(one) && nearPairs(one, set).length > 0) later.push(one);
    }
    return later;
  }

  function takeNear(first: readonly Renewing[], next: number): void {
    const pairs = first.flatMap((one) => {
      const found = nearPairs(one, there.nearTo(one.day, lookedAt(one, first.length)));
      const hasOwn =
        found.some(isOtherProduct) &&
        [...there.latest(lookedAt(one, first.length))].some(({ product }) => product === one.product);
      return hasOwn ? found.filter((pair) => !isOtherProduct(pair)) : found;
    });
    const later = laterOf(first, pairs, next);
    const own = [...first, ...later].flatMap(({ deal }) => byId.get(deal.id) ?? []);
    const others = later.flatMap((one) => {
      const near = there.nearTo(one.day, lookedAt(one, first.length + later.length));
      return nearPairs(one, new Set([...near, ...own]));
    });
    const made = takeBest([...pairs, ...others]);
    keep(made);
    short = [...short, ...made.groups.filter(isShort)];
  }

  function takeFar(left: readonly Renewing[]): void {
    const pairs = left
      .filter((one) => !isStrict || !short.some((group) => isSoonPart(group, one)))
      .flatMap((one) => farPairs(one, there.latest(lookedAt(one, left.length))));
    keep(
      takeBest(
        pairs.filter(
          (pair) =>
            !isSecondOfOne(pair, renewedBy.get(pair.contract.deal.id)) && !(isStrict && isAgainst(pair)),
        ),
      ),
    );
  }

  before.forEach(note);
  for (let at = 0; at < queue.length;) {
    const day = queue[at]?.closes ?? 0;
    const first: Renewing[] = [];
    for (; queue[at]?.closes === day && first.length < MOST_TOGETHER; at += 1) {
      const one = queue[at];
      if (one !== undefined && !taken.has(one)) first.push(one);
    }
    if (first.length === 0) continue;
    there.moveTo(day);
    short = short.filter((group) => (group.contracts[0]?.window?.until ?? day) >= day);
    takeNear(first, at);
    takeFar(first.filter((one) => !taken.has(one)));
  }
  return { groups, doubts };
}

function nearPairs(renewal: Renewing, contracts: ReadonlySet<Contract>): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const contract of contracts) {
    if (!isPossible(contract, renewal)) continue;
    const { isFar, rank, change } = renewalFit(contract, renewal);
    if (!isFar) pairs.push({ contract, renewal, rank, change });
  }
  return pairs;
}

/** The product and the name come first, then the price; of those that are alike what began first is longest due. */
function farPairs(renewal: Renewing, contracts: ReadonlySet<Contract>): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const contract of contracts) {
    if (!isPossible(contract, renewal)) continue;
    const { isFar, stated, price, change } = renewalFit(contract, renewal);
    if (isFar) pairs.push({ contract, renewal, rank: stated * 3 + price, order: contract.from, change });
  }
  return pairs;
}

/** Whether a renewal and the contract, a renewal itself, may be two of one contract. */
function isSecondOfOne({ contract, renewal }: Pair, before: Contract | undefined): boolean {
  const window = before?.window;
  return (
    window !== undefined &&
    renewal.day >= window.from &&
    renewal.closes <= window.until &&
    renewal.day - contract.from <= SPLIT_DAYS
  );
}

function isSoonPart(group: Group, renewal: Renewing): boolean {
  const [own] = group.renewals;
  return own !== undefined && renewal.day - own.day <= SPLIT_DAYS && isPartOf(group, renewal);
}

function isOtherProduct({ contract: { product }, renewal }: Pair): boolean {
  return product !== undefined && renewal.product !== undefined && product !== renewal.product;
}

function isAgainst(pair: Pair): boolean {
  const { contract, renewal } = pair;
  const [old, fresh] = [contract.deal.endOn, 'endOn' in renewal.deal ? renewal.deal.endOn : null];
  return isOtherProduct(pair) || (old !== null && fresh !== null && fresh < old);
}

function byDay(a: Renewing, b: Renewing): number {
  return a.closes - b.closes || compareTexts(a.deal.id, b.deal.id);
}
