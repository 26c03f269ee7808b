import type { DealGroups } from './deal-groups';
import type { Model } from './fit-model';
import type { Values } from './fit-values';
import { groupChances } from './group-chances';
import type { Kinds } from './landing';
import type { OpenDeals } from './open-deals';
import { winChances } from './win-chances';

/** What was learned as of one day, and the deals that were open then. */
export interface Learned {
  readonly model: Model;
  readonly values: Values;
  readonly open: OpenDeals;
  /** Factor on the hazard to win of each open deal, beside its stage and age. */
  readonly factors: Float64Array;
  readonly groups: DealGroups;
}

/** What the deals open on a day, and those created after it, are expected to bring inside a span. */
export interface SpanForecast {
  /** Rows of the book. */
  readonly deals: Int32Array;
  readonly chances: Float64Array;
  readonly values: Float64Array;
  /** Which deals have the same chance. */
  readonly kinds: Kinds;
  readonly openMean: number;
  /** Wins expected from deals not yet created, or not yet seen where creations are not. */
  readonly newWins: number;
  /** Of them those that the pace of wins without a known creation leaves over: see {@link spanForecast}. */
  readonly unbornWins: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * New deals are told by how many are created. Of deals that say not when they were created nothing tells that; how many
 * of them are won does: what that pace brings beyond those that are open already comes of deals that nobody has seen.
 *
 * Where such deals are open, creations are known only of what has closed since, and too few of late: then their share of
 * the open deals is the share of the pace that they bring, if those that are closed already bring less.
 *
 * Where older wins have no creation and newer deals have one, the newer ones bring a part of what the older ones did: no
 * more stands in for unseen deals than the pace of all wins leaves over beside all that is expected otherwise.
 */
export function spanForecast({ model, values, open, groups }: Learned, span: Span): SpanForecast {
  const { until, hazards, entry, mostChance } = model;
  const table = winChances(hazards, {
    span: { from: until, ...span },
    factors: model.factors,
    entry,
  });
  const byGroup = groupChances(table.open, groups, mostChance);
  const count = open.deals.length;
  const chances = new Float64Array(count);
  const worth = new Float64Array(count);
  let [openMean, openWins, unborn, unbornCount] = [0, 0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const chance = byGroup[groups.of[at] ?? 0] ?? 0;
    const amount = open.amount[at] ?? NaN;
    const value = Number.isNaN(amount) ? values.mean : amount * values.ratio;
    chances[at] = chance;
    worth[at] = value;
    openMean += chance * value;
    openWins += chance;
    if (open.isFirstSight[at] !== 1) continue;
    unborn += chance;
    unbornCount += 1;
  }
  let createdWins = 0;
  for (let day = 0; day < table.created.length; day += 1)
    createdWins += (model.creation[day] ?? 0) * Math.min(mostChance, table.created[day] ?? 0);
  const paceOf = (days: Float64Array): number =>
    days.subarray(span.start - until, span.end - until).reduce((sum, one) => sum + one, 0);
  const pace = paceOf(model.pace);
  const unbornPace = Math.max(paceOf(model.unbornPace), (unbornCount / Math.max(1, count)) * pace);
  const unbornWins = Math.max(0, Math.min(unbornPace - unborn, pace - openWins - createdWins));
  const newWins = createdWins + unbornWins;
  const kinds = { of: groups.of, chances: byGroup };
  return { deals: open.deals, chances, values: worth, kinds, openMean, newWins, unbornWins };
}
