import { compareTexts } from '../../deal/compare-texts';
import { isItsOwn } from './is-its-own';
import { isNearPrice } from './is-near-price';
import { isPartOf } from './is-part-of';
import { isShort } from './is-short';
import { minorOf } from './minor-of';
import { renewalFit } from './renewal-fit';
import type { Contract, Group, Renewing } from './renewal-group';

/** Joins to groups what has no pair of its own: see {@link matchRenewals}, 2 and 3. */
export function joinRenewals(groups: readonly Group[], left: Group): readonly Group[] {
  const joined = [...groups];
  const byEnd = new Map<string | null, number[]>();
  groups.forEach((group, place) => {
    const { contracts } = group;
    if (hasNothingToSpare(group)) return;
    const end = contracts[0]?.deal.endOn ?? null;
    const places = byEnd.get(end);
    if (places === undefined) byEnd.set(end, [place]);
    else places.push(place);
  });
  for (const contract of left.contracts.toSorted(byPrice)) {
    // The one with the most to spare.
    const at = best(joined, byEnd.get(contract.deal.endOn) ?? [], (group) =>
      isInPlaceOf(group, contract) ? minorOf(group.renewals) - minorOf(group.contracts) : undefined,
    );
    const group = joined[at];
    if (group !== undefined) joined[at] = { ...group, contracts: [...group.contracts, contract] };
  }
  const short = joined.flatMap((group, place) => (isShort(group) ? [place] : []));
  for (const renewal of left.renewals.filter(({ outcome }) => outcome === 'won').toSorted(byDay)) {
    const at = best(joined, short, (group) =>
      isPartOf(group, renewal) ? minorOf(group.contracts) - minorOf(group.renewals) : undefined,
    );
    const group = joined[at];
    if (group !== undefined)
      joined[at] = { ...group, renewals: [...group.renewals, renewal].toSorted(byDay) };
  }
  return joined;
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

/** Which of the places has the group with the largest value, of equal ones the first by its contract; -1: none has one. */
function best(
  groups: readonly Group[],
  places: readonly number[],
  valueOf: (group: Group) => number | undefined,
): number {
  let [at, most, name] = [-1, -Infinity, ''];
  for (const place of places) {
    const group = groups[place];
    const value = group && valueOf(group);
    const id = group?.contracts[0]?.deal.id ?? '';
    if (value === undefined || value < most || (value === most && compareTexts(id, name) > 0)) continue;
    [at, most, name] = [place, value, id];
  }
  return at;
}

function byPrice(a: Contract, b: Contract): number {
  return b.annualMinor - a.annualMinor || compareTexts(a.deal.id, b.deal.id);
}

function byDay(a: Renewing, b: Renewing): number {
  return a.day - b.day || compareTexts(a.deal.id, b.deal.id);
}
