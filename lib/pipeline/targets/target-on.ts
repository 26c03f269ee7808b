import type { Target } from '../../deal/target';
import { periodId } from './period-id';

export interface TargetQuestion {
  /** See `scopeId`. */
  readonly scope: string;
  readonly period: { readonly start: string; readonly end: string };
  /** As known on this day; a target that was entered later still stands for the days before. */
  readonly on: string;
}

/** What a scope is to win, and whether it is the sum of shorter periods' targets. */
export interface TargetSum {
  readonly amountMinor: number;
  readonly currency: string;
  readonly isSum: boolean;
}

/**
 * The target of a scope and period. Where none was entered for the period itself, those of shorter periods are added
 * where they fill it without a gap, in one currency: three months are a quarter. A longer one is never divided, and
 * persons' targets are never added up to a team's: quotas seldom do.
 */
export function targetOn(
  targets: readonly Target[],
  { scope, period, on }: TargetQuestion,
): TargetSum | undefined {
  const own = targets.filter((target) => target.scope === scope);
  const whole = latest(own, periodId(period), on);
  if (whole !== undefined) return { amountMinor: whole.amountMinor, currency: whole.currency, isSum: false };
  let [sum, at, currency] = [0, period.start, ''];
  while (at < period.end) {
    const next = own
      .map((target) => target.period)
      .filter((id) => id.startsWith(`${at}/`) && id.slice(11) <= period.end)
      .toSorted()[0];
    const part = next === undefined ? undefined : latest(own, next, on);
    if (next === undefined || part === undefined || (currency !== '' && part.currency !== currency))
      return undefined;
    sum += part.amountMinor;
    currency = part.currency;
    at = next.slice(11);
  }
  return currency === '' ? undefined : { amountMinor: sum, currency, isSum: true };
}

/** The one entered last by a day; where all were entered later, the first. */
function latest(own: readonly Target[], period: string, on: string): Target | undefined {
  const dated = own
    .filter((target) => target.period === period)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return dated.findLast(({ from }) => from <= on) ?? dated[0];
}
