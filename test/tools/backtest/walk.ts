import { dayNumber } from '../../../lib/calendar/day-number';
import { dayText } from '../../../lib/calendar/day-text';
import { monthNumber } from '../../../lib/calendar/month-number';
import { monthStart } from '../../../lib/calendar/month-start';
import { forecast } from '../../../lib/forecast/forecast';
import type { Tuning } from '../../../lib/forecast/tuning';
import { baselines } from './baselines';
import type { Company } from './company';
import { requestOf } from './request-of';

/** One forecast of one period, with what the period brought. */
export interface Outcome {
  readonly period: string;
  readonly days: number;
  /** Share of the period that was over. */
  readonly elapsed: number;
  readonly actual: number;
  readonly p10: number;
  readonly p50: number;
  readonly mean: number;
  readonly p90: number;
  readonly pHit: number;
  readonly target: number;
  /** What simpler methods said. */
  readonly baselines: Readonly<Record<string, number>>;
  /** Chance of each open deal to be won in the period, and whether it was. */
  readonly deals: readonly { readonly chance: number; readonly won: boolean }[];
}

export interface WalkOptions {
  /** Only the latest months. */
  readonly months?: number;
  /** Shares of a period that are over when it is forecast. */
  readonly elapsed?: readonly number[];
  /** Months of a period. */
  readonly lengths?: readonly number[];
  readonly tuning?: Tuning;
}

const TARGETS = [0.8, 0.9, 1, 1.1, 1.25];
/** A forecast is asked for when four weeks have been recorded. */
const WARM_UP_DAYS = 28;

/** Forecasts each whole month and quarter when 0, 25, 50 and 75 % of it are over, from what was known on that day. */
export function walk(
  company: Company,
  { months = Infinity, elapsed: shares = [0, 0.25, 0.5, 0.75], lengths = [1, 3], tuning }: WalkOptions = {},
): readonly Outcome[] {
  const end = dayNumber(company.knownUntil) ?? 0;
  const first = (dayNumber(company.dataStart) ?? 0) + WARM_UP_DAYS;
  const won = company.deals.flatMap((deal) =>
    deal.status === 'won' && deal.closedAt !== null
      ? [{ day: dayNumber(deal.closedAt) ?? 0, value: deal.closedAmount ?? deal.amount ?? 0 }]
      : [],
  );
  const closedOn = new Map(
    company.deals.map((deal) => [
      deal.id,
      deal.status === 'won' && deal.closedAt !== null ? (dayNumber(deal.closedAt) ?? 0) : undefined,
    ]),
  );
  const between = (from: number, to: number): number =>
    won.reduce((sum, { day, value }) => sum + (day >= from && day < to ? value : 0), 0);
  const outcomes: Outcome[] = [];
  let turn = 0;
  for (const period of periodsOf({ first, end, months, lengths })) {
    for (const elapsed of shares) {
      const asOf = Math.round(period.start + elapsed * (period.end - period.start));
      if (asOf < first) continue;
      const known = { start: period.start, end: period.end, asOf };
      const asked = requestOf(company, { asOf, asOfText: dayText(asOf), periods: [] });
      if (asked.deals.length === 0) continue;
      const views = baselines(asked, known);
      const target = Math.round((views['91-day rate'] ?? 0) * (TARGETS[(turn += 1) % TARGETS.length] ?? 1));
      const request = {
        ...asked,
        periods: [{ id: period.id, start: dayText(period.start), end: dayText(period.end), target }],
      };
      const { forecasts, perDeal } = forecast(request, tuning);
      const one = forecasts[0];
      if (one === undefined) continue;
      outcomes.push({
        ...one,
        pHit: one.pHit ?? 0,
        target,
        days: period.end - period.start,
        elapsed,
        actual: between(period.start, period.end),
        baselines: views,
        deals: perDeal.map(({ id, pWinInPeriod }) => {
          const day = closedOn.get(id);
          return {
            chance: pWinInPeriod[period.id] ?? 0,
            won: day !== undefined && day >= period.start && day < period.end,
          };
        }),
      });
    }
  }
  return outcomes;
}

interface Periods {
  readonly first: number;
  readonly end: number;
  readonly months: number;
  readonly lengths: readonly number[];
}

function periodsOf({
  first,
  end,
  months,
  lengths,
}: Periods): readonly { id: string; start: number; end: number }[] {
  const last = monthNumber(end);
  const out: { id: string; start: number; end: number }[] = [];
  for (let month = Math.max(monthNumber(first), last - months); month < last; month += 1) {
    for (const length of lengths) {
      if (month % length !== 0 || monthStart(month + length) > end) continue;
      out.push({
        id: `${length === 1 ? 'M' : 'Q'}${dayText(monthStart(month)).slice(0, 7)}`,
        start: monthStart(month),
        end: monthStart(month + length),
      });
    }
  }
  return out;
}
