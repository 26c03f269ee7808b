import { compareTexts } from '../../deal/compare-texts';
import { byEnd } from './by-end';
import { endOf } from './end-of';
import type { Contract, Group, Renewing } from './renewal-group';

export interface Pair {
  readonly contract: Contract;
  readonly renewal: Renewing;
  readonly rank: number;
  /** Of pairs of one rank the smaller one is taken; they are as good as each other all the same. */
  readonly order?: number;
  readonly change: number;
}

export interface Paired {
  readonly groups: readonly Group[];
  /** Contracts and renewals of which another pairing is as good. */
  readonly doubts: readonly Group[];
}

/** Takes the best pair, then the best of those that are left: one and one. */
export function takeBest(pairs: readonly Pair[]): Paired {
  const groups: Group[] = [];
  const doubts: Group[] = [];
  const taken = new Set<Contract | Renewing>();
  const isFree = ({ contract, renewal }: Pair): boolean => !taken.has(contract) && !taken.has(renewal);
  const inOrder = pairs.toSorted(byFit);
  let alike = alikeFrom(inOrder, 0);
  inOrder.forEach((pair, at) => {
    const { contract, renewal, rank } = pair;
    if (rank !== inOrder[at - 1]?.rank) alike = alikeFrom(inOrder, at);
    if (!isFree(pair)) return;
    const doubt = {
      contracts: (alike.get(renewal) ?? []).filter(isFree).map((one) => one.contract),
      renewals: (alike.get(contract) ?? []).filter(isFree).map((one) => one.renewal),
    };
    if (isDoubtful(doubt)) doubts.push(doubt);
    groups.push({ contracts: [contract], renewals: [renewal] });
    taken.add(contract).add(renewal);
  });
  return { groups, doubts };
}

/** All pairs of one rank, from its first one on, by both of their sides. */
function alikeFrom(
  inOrder: readonly Pair[],
  first: number,
): ReadonlyMap<Contract | Renewing, readonly Pair[]> {
  const alike = new Map<Contract | Renewing, Pair[]>();
  for (let at = first; at < inOrder.length; at += 1) {
    const pair = inOrder[at];
    if (pair === undefined || pair.rank !== inOrder[first]?.rank) break;
    for (const side of [pair.contract, pair.renewal]) {
      const own = alike.get(side);
      if (own === undefined) alike.set(side, [pair]);
      else own.push(pair);
    }
  }
  return alike;
}

/** Where all on one side are the same, and none of them is left over, it makes no difference which goes with which. */
function isDoubtful({ contracts, renewals }: Group): boolean {
  const [olds, news] = [contracts.length, renewals.length];
  if (olds === 1 && news === 1) return false;
  const areContractsSame = new Set(contracts.map((one) => `${one.annualMinor} ${endOf(one)}`)).size === 1;
  const areRenewalsSame = new Set(renewals.map((one) => `${one.annualMinor} ${one.day}`)).size === 1;
  if (areContractsSame && areRenewalsSame) return false;
  return !(areContractsSame && news <= olds) && !(areRenewalsSame && olds <= news);
}

function byFit(a: Pair, b: Pair): number {
  return (
    a.rank - b.rank ||
    (a.order ?? 0) - (b.order ?? 0) ||
    a.change - b.change ||
    byEnd(a.contract, b.contract) ||
    a.renewal.day - b.renewal.day ||
    compareTexts(a.renewal.deal.id, b.renewal.deal.id)
  );
}
