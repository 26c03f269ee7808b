import { compareTexts } from '../../deal/compare-texts';
import { joinRenewals } from './join-renewals';
import { renewalFit } from './renewal-fit';
import type { Contract, Group, Renewing } from './renewal-group';

/** Contracts and renewals of which another pairing is as good. */
type Doubt = Group;

/** The choice is in this order. */
const OUTCOMES = ['won', 'open', 'undated', 'lost'] as const;
/** Of an account's contracts so many that end before and after a renewal are looked at. Not measured: it bounds the time. */
const MOST_LOOKED_AT = 32;

interface Pair {
  readonly contract: Contract;
  readonly renewal: Renewing;
  readonly rank: number;
  readonly change: number;
}

/** Pairs contracts with renewals, best first, and joins what is left over: the steps of {@link matchRenewals}. */
export function pairRenewals(
  contracts: readonly Contract[],
  renewals: readonly Renewing[],
): { readonly groups: readonly Group[]; readonly doubts: readonly Doubt[] } {
  const doubts: Doubt[] = [];
  let groups: readonly Group[] = [];
  let left: Group = { contracts: contracts.toSorted(byEnd), renewals };
  for (const isFar of [false, true]) {
    for (const outcome of OUTCOMES) {
      const own = left.renewals.filter((one) => one.outcome === outcome);
      if (own.length === 0) continue;
      const choice = { contracts: left.contracts, groupOf: isFar ? byRenewal(groups) : undefined };
      const made = takeBest(own.flatMap((renewal) => pairsOf(renewal, choice)));
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
}

function pairsOf(renewal: Renewing, { contracts, groupOf }: Choice): readonly Pair[] {
  const at = contracts.findIndex((one) => endOf(one) >= renewal.day);
  const middle = at < 0 ? contracts.length : at;
  return contracts
    .slice(Math.max(0, middle - MOST_LOOKED_AT), middle + MOST_LOOKED_AT)
    .flatMap((contract): readonly Pair[] => {
      if (!isPossible(contract, renewal)) return [];
      const fit = renewalFit(contract, renewal);
      if (fit.isFar !== (groupOf !== undefined)) return [];
      if (groupOf !== undefined && isOutOfPlace({ contract, renewal }, groupOf)) return [];
      return [{ contract, renewal, rank: fit.rank, change: fit.change }];
    });
}

/** A contract is renewed while it is in force, or in its days of grace. */
function isPossible({ from, window }: Contract, { closes }: Renewing): boolean {
  return from < closes && (window === undefined || closes <= window.until);
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

function takeBest(pairs: readonly Pair[]): {
  readonly groups: readonly Group[];
  readonly doubts: readonly Doubt[];
} {
  const groups: Group[] = [];
  const doubts: Doubt[] = [];
  const taken = new Set<Contract | Renewing>();
  const isFree = ({ contract, renewal }: Pair): boolean => !taken.has(contract) && !taken.has(renewal);
  const inOrder = pairs.toSorted(byFit);
  let alike: readonly Pair[] = [];
  inOrder.forEach((pair, at) => {
    const { contract, renewal, rank } = pair;
    if (rank !== inOrder[at - 1]?.rank) alike = alikeFrom(inOrder, at);
    if (!isFree(pair)) return;
    if (alike.length > 1) {
      const free = alike.filter(isFree);
      const doubt = {
        contracts: free.filter((one) => one.renewal === renewal).map((one) => one.contract),
        renewals: free.filter((one) => one.contract === contract).map((one) => one.renewal),
      };
      if (isDoubtful(doubt)) doubts.push(doubt);
    }
    groups.push({ contracts: [contract], renewals: [renewal] });
    taken.add(contract).add(renewal);
  });
  return { groups, doubts };
}

/** All pairs of one rank, from its first one on. */
function alikeFrom(inOrder: readonly Pair[], first: number): readonly Pair[] {
  let end = first + 1;
  while (end < inOrder.length && inOrder[end]?.rank === inOrder[first]?.rank) end += 1;
  return inOrder.slice(first, end);
}

/** Where all on one side are the same, and none of them is left over, it makes no difference which goes with which. */
function isDoubtful({ contracts, renewals }: Doubt): boolean {
  const [olds, news] = [contracts.length, renewals.length];
  const areContractsSame = new Set(contracts.map((one) => `${one.annualMinor} ${endOf(one)}`)).size === 1;
  const areRenewalsSame = new Set(renewals.map((one) => `${one.annualMinor} ${one.day}`)).size === 1;
  if (areContractsSame && areRenewalsSame) return false;
  return !(areContractsSame && news <= olds) && !(areRenewalsSame && olds <= news);
}

function endOf({ window }: Contract): number {
  return window?.end ?? Infinity;
}

function byEnd(a: Contract, b: Contract): number {
  return endOf(a) === endOf(b) ? compareTexts(a.deal.id, b.deal.id) : endOf(a) - endOf(b);
}

function byFit(a: Pair, b: Pair): number {
  return (
    a.rank - b.rank ||
    a.change - b.change ||
    byEnd(a.contract, b.contract) ||
    a.renewal.day - b.renewal.day ||
    compareTexts(a.renewal.deal.id, b.renewal.deal.id)
  );
}
