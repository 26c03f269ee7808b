import { dayNumber } from '../../calendar/day-number';
import type { Period } from '../glance';
import type { ClosedDeals } from '../pace/velocity';
import { isInScope } from '../scope/is-in-scope';
import type { ScopeRule } from '../scope/scope-rule';
import type { PipelineFacts } from './facts';
import { type ScopeSums, scopeSums } from './scope-sums';

/** The facts of one scope, in minor units of the reporting currency. */
export interface ScopeFacts extends ScopeSums {
  readonly closed: ClosedDeals;
  /** Won in the last 28 and 91 days that are over: a day that has begun tells nothing of the pace. */
  readonly recentMinor: number;
  readonly longMinor: number;
  /** Days before today of which closings are known. */
  readonly watchedDays: number;
  /** Won in each tenth of each past period that was watched from its start, the newest first; then of the present one. */
  readonly tenths: readonly (readonly number[])[];
  readonly tenthsNow: readonly number[];
}

/** Gathers the facts of one scope: everything is everybody's deals, and those of nobody. */
export function scopeFacts(facts: PipelineFacts, rule: ScopeRule): ScopeFacts {
  const today = dayNumber(facts.options.today) ?? 0;
  const { watchedFrom } = facts;
  const won = facts.won.filter(({ owner, segments }) => isInScope(rule, owner, segments));
  const since = (days: number) =>
    won.reduce((sum, { day, minor }) => (day >= today - days && day < today ? sum + minor : sum), 0);
  const watched = facts.options.past.filter(
    ({ start }) => watchedFrom !== undefined && (dayNumber(start) ?? 0) >= watchedFrom,
  );
  return {
    ...scopeSums(facts, rule),
    closed: closedOf(facts, rule),
    recentMinor: since(28),
    longMinor: since(91),
    watchedDays: watchedFrom === undefined ? 0 : Math.max(0, today - watchedFrom),
    tenths: watched.map((period) => tenthsOf(period, won)),
    tenthsNow: tenthsOf(facts.options.period, won),
  };
}

function closedOf({ closed }: PipelineFacts, rule: ScopeRule): ClosedDeals {
  const total = { won: 0, lost: 0, wonMinor: 0, priced: 0, cycleDays: 0, dated: 0 };
  for (const { owners, segments, isWon, minor, cycleDays } of closed) {
    if (!owners.some((owner) => isInScope(rule, owner, segments))) continue;
    if (!isWon) {
      total.lost += 1;
      continue;
    }
    total.won += 1;
    if (minor !== undefined) {
      total.wonMinor += minor;
      total.priced += 1;
    }
    if (cycleDays !== undefined) {
      total.cycleDays += cycleDays;
      total.dated += 1;
    }
  }
  return total;
}

function tenthsOf({ start, end }: Period, won: readonly { readonly day: number; readonly minor: number }[]) {
  const [from, to] = [dayNumber(start) ?? 0, dayNumber(end) ?? 0];
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const { day, minor } of won) {
    if (day < from || day >= to) continue;
    // A day is over at its end: what is won on the last day of a tenth is in it.
    const nth = Math.min(9, Math.floor(((day - from) / (to - from)) * 10));
    tenths[nth] = (tenths[nth] ?? 0) + minor;
  }
  return tenths;
}
