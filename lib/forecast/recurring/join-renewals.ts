import { compareTexts } from '../../deal/compare-texts';
import { byMost } from './by-most';
import { isItsOwn } from './is-its-own';
import { isNearPrice } from './is-near-price';
import { isPartOf } from './is-part-of';
import { isShort } from './is-short';
import { minorOf } from './minor-of';
import { renewalFit } from './renewal-fit';
import type { Contract, Group, Renewing } from './renewal-group';

/**
 * Joins to groups what has no pair of its own: see {@link matchRenewals}, 2 and 3. A contract goes to the group with the
 * most to spare, a renewal to the one with the most left over.
 */
export function joinRenewals(groups: readonly Group[], left: Group): readonly Group[] {
  const byEnd = new Map<string | null, Group[]>();
  for (const group of groups) {
    const end = group.contracts[0]?.deal.endOn ?? null;
    const own = byEnd.get(end);
    if (own === undefined) byEnd.set(end, [group]);
    else own.push(group);
  }
  const ends = new Map(
    [...byEnd].map(([end, own]) => {
      const able = byMost(
        own.filter((group) => !hasNothingToSpare(group)),
        (group) => minorOf(group.renewals) - minorOf(group.contracts),
      );
      return [end, { able, others: own.filter(hasNothingToSpare) }] as const;
    }),
  );
  for (const contract of left.contracts.toSorted(byPrice))
    ends
      .get(contract.deal.endOn)
      ?.able.change((group) =>
        isInPlaceOf(group, contract) ? { ...group, contracts: [...group.contracts, contract] } : undefined,
      );
  const joined = [...ends.values()].flatMap(({ able, others }) => [...able.all(), ...others]);
  const short = byMost(joined.filter(isShort), (group) => minorOf(group.contracts) - minorOf(group.renewals));
  for (const renewal of left.renewals.filter(({ outcome }) => outcome === 'won').toSorted(byDay))
    short.change((group) =>
      isPartOf(group, renewal)
        ? { ...group, renewals: [...group.renewals, renewal].toSorted(byDay) }
        : undefined,
    );
  return [...joined.filter((group) => !isShort(group)), ...short.all()];
}

/** Renewed at the same price or a little below it: no other contract can have a part in that. */
function hasNothingToSpare({ contracts, renewals }: Group): boolean {
  const [old, fresh] = [minorOf(contracts), minorOf(renewals)];
  return fresh > 0 && fresh <= old && isNearPrice(fresh, old);
}

/** Whether a group's one renewal is in the place of another contract as well. */
function isInPlaceOf(group: Group, contract: Contract): boolean {
  const [renewal, second] = group.renewals;
  const [own] = group.contracts;
  if (renewal === undefined || own === undefined || second !== undefined) return false;
  if (own.deal.endOn !== contract.deal.endOn || contract.from >= renewal.closes) return false;
  const [alone, together] = [minorOf(group.contracts), minorOf(group.contracts) + contract.annualMinor];
  // What has no end goes on by itself.
  if (contract.window === undefined && !isNearPrice(renewal.annualMinor, together)) return false;
  if (renewal.annualMinor === together) return true;
  return (
    renewalFit(own, renewal).stated >= renewalFit(contract, renewal).stated &&
    !isItsOwn(renewal.annualMinor, { alone, together })
  );
}

function byPrice(a: Contract, b: Contract): number {
  return b.annualMinor - a.annualMinor || compareTexts(a.deal.id, b.deal.id);
}

function byDay(a: Renewing, b: Renewing): number {
  return a.day - b.day || compareTexts(a.deal.id, b.deal.id);
}
