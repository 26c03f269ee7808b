import { countsFor } from '../../deal/counts-for';
import { weighMinor } from '../../money/weigh-minor';
import { byOrigin } from '../columns/by-origin';
import { chunkSize } from '../columns/columns';
import { isCountedSlot } from '../columns/is-counted-slot';
import { moneySum } from '../money-sum';
import { compareSlots } from './compare-slots';
import type { DealList, ListSource, ListWish } from './deal-list';
import { isInList } from './is-in-list';
import { monthsOf } from './months-of';
import { slotFacts } from './slot-facts';
import { slotUnit } from './slot-unit';
import { sortInSteps } from './sort-in-steps';

/**
 * The list of the deals that a filter leaves, in their order, with what they add up to by the same rules as the popup's
 * sums. Made in steps of a chunk, between which it yields: 100,000 deals take longer than a page may be still.
 *
 * A list of weighted deals adds up each amount times the CRM's own probability.
 */
export function* dealListOf(
  source: ListSource,
  { filter, sorting, valuation, locale }: ListWish,
): Generator<undefined, DealList> {
  const { columns } = source;
  const { currency, convert, today } = valuation;
  const facts = slotFacts(columns, valuation);
  const isListed = isInList(source, filter, facts);
  const hostOf = byOrigin(columns, ({ host }) => host);
  const isWeighted = filter.counted === 'weighted';
  const sum = moneySum(currency ?? '', convert);
  const months = monthsOf(facts, today);
  const [hosts, units] = [new Set<string>(), new Set<string>()];
  const slots: number[] = [];
  let total = 0;

  for (const [n, chunk] of columns.chunks.entries()) {
    for (let at = 0; at < chunkSize; at += 1) {
      if (!isCountedSlot(chunk.flags[at] ?? 0)) continue;
      const slot = n * chunkSize + at;
      const priced = facts.pricedOf(chunk, at);
      const unit = slotUnit(priced);
      total += 1;
      hosts.add(hostOf(chunk.origin[at]));
      if (unit !== undefined) units.add(unit);
      if (!isListed(chunk, at, slot)) continue;
      slots.push(slot);
      months.add(chunk, at);
      const odds = Math.max(0, chunk.oddsMillionths[at] ?? 0) / 1e6;
      const outcome = facts.outcomeOf(chunk, at);
      const share = (minor: number) => {
        const counts = countsFor(outcome, minor);
        return isWeighted ? weighMinor(counts, odds) : counts;
      };
      if (currency !== undefined) sum.add(priced, facts.rateDayOf(chunk, at), share);
    }
    yield;
  }
  const sorted = Uint32Array.from(slots);
  yield* sortInSteps(sorted, compareSlots(source, sorting, locale));
  return {
    filter,
    slots: sorted,
    total,
    sum: currency === undefined ? undefined : sum.result(),
    months: months.result(),
    hosts: [...hosts].toSorted(),
    units: [...units].toSorted(),
  };
}
