import { amountUnit } from '../deal/amount-unit';
import { closingDay } from '../deal/closing-day';
import type { ChangeField, Deal, DealChange } from '../deal/deal';
import type { DealInput, HistoryInput } from './request';

/** Why a stored deal has no part in a forecast. */
export type LeftOut = 'removed' | 'no-outcome' | 'no-rate';

/** What stored amounts are worth. */
export interface Valuation {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** First day of the present period: what was won since then is counted at its day's rate alone, as everywhere. */
  readonly periodStart: string;
  /** Minor units of the reporting currency, by the rate of a day; `undefined` where there is none. */
  readonly convert: (minor: number, currency: string, day: string) => number | undefined;
}

/** What the forecast calls a stored field. The outcome is told by the closing day. */
const FIELDS: Partial<Record<ChangeField, string>> = {
  amountMinor: 'amount',
  closeOn: 'expectedCloseDate',
};

/**
 * A stored deal as a forecast takes it, in minor units of the reporting currency. Of a deal that says not when it was
 * created nothing is known before the day on which it was first seen, or closed: that day is no creation. Open deals are
 * valued at today's rate, won ones at that of their day; of past periods at today's where there was none yet.
 *
 * @param own All kept changes of the deal, in any order.
 * @returns Why it is left out, where it is: an amount in a currency without a rate is not 0.
 */
export function dealInputOf(
  deal: Deal,
  own: readonly DealChange[],
  { today, periodStart, convert }: Valuation,
): DealInput | LeftOut {
  if (deal.removedAt !== undefined) return 'removed';
  const { outcome, amountMinor } = deal;
  if (outcome === undefined || outcome === null) return 'no-outcome';
  const closedAt = closingDay(deal, today)?.on ?? null;
  const seenFrom = own
    .reduce(
      (first, { notBefore }) => (notBefore < first ? notBefore : first),
      deal.firstSeenAt ?? deal.seenAt,
    )
    .slice(0, 10);
  const isFirstSight = deal.createdOn === undefined || deal.createdOn === null;
  // Whatever day it states: a deal that is here was created by now, and one that is closed by then.
  const last = closedAt !== null && closedAt < today ? closedAt : today;
  const stated = deal.createdOn ?? seenFrom;
  const created = stated < last ? stated : last;
  let amount: number | null = null;
  if (amountMinor !== undefined && amountMinor !== null) {
    const { currency } = amountUnit(deal);
    const at = (day: string) => (currency === undefined ? undefined : convert(amountMinor, currency, day));
    const day = outcome === 'open' ? today : (closedAt ?? today);
    const value = at(day) ?? (day < periodStart ? at(today) : undefined);
    if (value === undefined) return 'no-rate';
    amount = value;
  }
  return {
    id: deal.key,
    createdAt: created,
    ...(isFirstSight ? { isFirstSight } : {}),
    stage: deal.stage ?? null,
    stageSince: deal.stageSince ?? null,
    status: outcome,
    amount,
    owner: deal.owner ?? null,
    closedAt,
    closedAmount: outcome === 'won' ? amount : null,
    expectedCloseDate: deal.closeOn ?? null,
    lastSeenAt: deal.seenAt,
    history: own.flatMap(historyOf),
    team: deal.team ?? null,
    region: deal.region ?? null,
    product: deal.product ?? null,
    source: deal.source ?? null,
  };
}

function historyOf({ field, from, to, at }: DealChange): readonly HistoryInput[] {
  return field === 'outcome' ? [] : [{ at, field: FIELDS[field] ?? field, from, to }];
}
