import type { Target } from '../../deal/target';

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
 * The target of a scope and period. Where none is held for the period itself, those of shorter periods are added where
 * they fill it without a gap, in one currency: three months are a quarter. A longer one is never divided, and persons'
 * targets are never added up to a team's: quotas seldom do.
 */
export function targetOn(
  targets: readonly Target[],
  { scope, period, on }: TargetQuestion,
): TargetSum | undefined {
  // Of each period the one entered last by the day; where all were entered later, the first.
  const held = new Map<string, Target>();
  for (const target of targets.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (target.scope === scope && (target.from <= on || !held.has(target.period)))
      held.set(target.period, target);
  }
  let sum: TargetSum | undefined;
  let at = period.start;
  while (at < period.end) {
    // The longest that begins here and fits.
    let next: Target | undefined;
    for (const [id, target] of held) {
      const isFit = id.startsWith(at) && id.slice(11) <= period.end && target.amountMinor !== null;
      if (isFit && id > (next?.period ?? '')) next = target;
    }
    if (next === undefined || (sum !== undefined && sum.currency !== next.currency)) return undefined;
    const { currency, amountMinor } = next;
    sum = { currency, amountMinor: (amountMinor ?? 0) + (sum?.amountMinor ?? 0), isSum: sum !== undefined };
    at = next.period.slice(11);
  }
  return sum;
}
