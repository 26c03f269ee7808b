import { byEnd } from './by-end';
import { endOf } from './end-of';
import { firstPlace } from './first-place';
import { followRenewals } from './follow-renewals';
import { isPossible } from './is-possible';
import { mostLookedAt } from './most-looked-at';
import { joinRenewals } from './join-renewals';
import { renewalFit } from './renewal-fit';
import type { Contract, Group, Renewing } from './renewal-group';
import { type Pair, type Paired, takeBest } from './take-best';

/** The choice is in this order. */
const OUTCOMES = ['won', 'open', 'undated', 'lost'] as const;

/** Pairs contracts with renewals and joins what is left over: the steps of {@link matchRenewals}. */
export function pairRenewals(contracts: readonly Contract[], renewals: readonly Renewing[]): Paired {
  const doubts: Group[] = [];
  let groups: readonly Group[] = [];
  let left: Group = { contracts: contracts.toSorted(byEnd), renewals };
  for (const isFar of [false, true]) {
    for (const outcome of OUTCOMES) {
      const own = left.renewals.filter((one) => one.outcome === outcome);
      if (own.length === 0) continue;
      const choice = { contracts: left.contracts, groupOf: isFar ? byRenewal(groups) : undefined };
      const count = mostLookedAt(own.length);
      const made =
        outcome === 'won'
          ? followRenewals({ contracts: left.contracts, renewals: own }, { isStrict: !isFar, before: groups })
          : takeBest(own.flatMap((renewal) => pairsOf(renewal, { ...choice, count })));
      groups = [...groups, ...made.groups];
      doubts.push(...made.doubts);
      left = leftOf(left, made.groups);
    }
    if (renewals.length > 0) groups = joinRenewals(groups, left);
    left = leftOf(left, groups);
  }
  const alone = left.contracts.map((one): Group => ({ contracts: [one], renewals: [] }));
  return { groups: [...groups, ...alone], doubts };
}

/** What has no part in a group. */
function leftOf({ contracts, renewals }: Group, groups: readonly Group[]): Group {
  const taken = new Set<Contract | Renewing>(groups.flatMap((one) => [...one.contracts, ...one.renewals]));
  return {
    contracts: contracts.filter((one) => !taken.has(one)),
    renewals: renewals.filter((one) => !taken.has(one)),
  };
}

interface Choice {
  /** In the order of their ends. */
  readonly contracts: readonly Contract[];
  /** Of what is far from the ends, by what has renewed by now; `undefined`: only what is near is looked for. */
  readonly groupOf: ReadonlyMap<string, Group> | undefined;
  /** So many that end before and after are looked at. */
  readonly count: number;
}

function pairsOf(renewal: Renewing, { contracts, groupOf, count }: Choice): readonly Pair[] {
  const middle = firstPlace(contracts, (one) => endOf(one) < renewal.day);
  return contracts.slice(Math.max(0, middle - count), middle + count).flatMap((contract): readonly Pair[] => {
    if (!isPossible(contract, renewal)) return [];
    const fit = renewalFit(contract, renewal);
    if (fit.isFar !== (groupOf !== undefined)) return [];
    if (groupOf !== undefined && isOutOfPlace({ contract, renewal }, groupOf)) return [];
    return [{ contract, renewal, rank: fit.rank, change: fit.change }];
  });
}

/**
 * Far from the end a renewal is none of a contract that has renewed what it may be of itself: they are two of one. And one
 * that is lost ends nothing: there is time for another.
 */
function isOutOfPlace(
  { contract, renewal }: Pick<Pair, 'contract' | 'renewal'>,
  groupOf: ReadonlyMap<string, Group>,
): boolean {
  if (renewal.outcome === 'lost' && contract.window !== undefined) return true;
  const own = groupOf.get(contract.deal.id)?.contracts ?? [];
  return own.some(
    ({ window }) => window !== undefined && renewal.day >= window.from && renewal.closes <= window.until,
  );
}

function byRenewal(groups: readonly Group[]): ReadonlyMap<string, Group> {
  return new Map(groups.flatMap((one) => one.renewals.map(({ deal }) => [deal.id, one] as const)));
}
