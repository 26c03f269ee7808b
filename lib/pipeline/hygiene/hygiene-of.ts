import type { Deal } from '../../deal/deal';

/** The five fields without which no deal can be forecast, and no others. */
export const hygieneFields = ['amount', 'closeOn', 'stage', 'category', 'nextStep'] as const;
export type HygieneField = (typeof hygieneFields)[number];

/**
 * `missing`: shown, and empty. `zero`: an amount of nothing or less. `overdue`: a day that is over. `not-shown`: no
 * view has ever shown the field, so nothing is known of it; it is neither good nor bad.
 */
export type HygieneState = 'good' | 'missing' | 'zero' | 'overdue' | 'not-shown';
export type Hygiene = Readonly<Record<HygieneField, HygieneState>>;

/**
 * How the five fields of an open deal stand on a day (`YYYY-MM-DD`). A close date, or the day of a next step, that is
 * today is not over yet.
 */
export function hygieneOf(deal: Deal, today: string): Hygiene {
  const { amountMinor, closeOn, nextStepOn } = deal;
  return {
    amount: textState(amountMinor) ?? (Number(amountMinor) > 0 ? 'good' : 'zero'),
    closeOn: textState(closeOn) ?? dayState(closeOn, today),
    stage: textState(deal.stage) ?? 'good',
    category: textState(deal.forecastCategory) ?? 'good',
    nextStep: textState(deal.nextStep) ?? dayState(nextStepOn, today),
  };
}

/** `undefined` where there is something. */
function textState(value: string | number | null | undefined): 'missing' | 'not-shown' | undefined {
  if (value === undefined) return 'not-shown';
  return value === null || String(value).trim() === '' ? 'missing' : undefined;
}

function dayState(day: string | null | undefined, today: string): 'good' | 'overdue' {
  return day !== undefined && day !== null && day < today ? 'overdue' : 'good';
}
