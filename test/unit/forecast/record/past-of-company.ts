import { dayNumber } from '../../../../lib/calendar/day-number';
import { LOST, NEVER, OPEN, WON } from '../../../../lib/forecast/book';
import type { Past } from '../../../../lib/forecast/record/past';
import type { PastDeal } from '../../../../lib/forecast/record/past-deal';
import { pastInMaking } from '../../../../lib/forecast/record/past-in-making';
import { stepsOf } from '../../../../lib/forecast/record/steps-of';
import type { Company, PastChange } from '../../../tools/backtest/company';

/** A made-up company's deals with their past: all of it is on record, but no category and no close date. */
export function pastOfCompany(company: Company): Past {
  const making = pastInMaking(company.stages);
  const moves = new Map<string, PastChange[]>();
  for (const one of company.history) {
    const own = moves.get(one.id);
    if (own === undefined) moves.set(one.id, [one]);
    else own.push(one);
  }
  for (const deal of company.deals) {
    const created = dayNumber(deal.createdAt) ?? 0;
    const own = moves.get(deal.id) ?? [];
    const closed = deal.closedAt === null ? NEVER : (dayNumber(deal.closedAt) ?? NEVER);
    const always = <Value>(value: Value) => ({ steps: [{ from: created, value }], knownFrom: created });
    const past: PastDeal = {
      id: deal.id,
      created,
      isFirstSight: false,
      removed: NEVER,
      lastSeen: undefined,
      outcomes: [
        { from: created, value: OPEN },
        ...(deal.status === 'open' ? [] : [{ from: closed, value: deal.status === 'won' ? WON : LOST }]),
      ],
      stage: {
        steps: stepsOf(
          own.map(({ at, from, to }) => ({ day: dayNumber(at) ?? 0, from: from ?? '', to: to ?? '' })),
          { created, present: deal.stage0 ?? '' },
        ),
        knownFrom: created,
      },
      firstMove: own.reduce((first, { at }) => Math.min(first, dayNumber(at) ?? first), NEVER),
      stageSince: NEVER,
      amount: always(deal.amount ?? NaN),
      wonValues: deal.status === 'won' ? [{ from: created, value: deal.closedAmount ?? NaN }] : [],
      closeDate: always(NEVER),
      category: always(null),
      owned: [{ from: created, value: true }],
      changeDays: [...new Set(own.map(({ at }) => dayNumber(at) ?? 0))].sort((a, b) => a - b),
      product: deal.product,
      source: deal.source,
      region: deal.region,
      team: deal.team,
    };
    making.add(past);
  }
  return making.result();
}
