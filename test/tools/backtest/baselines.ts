import { dayNumber } from '../../../lib/calendar/day-number';
import { WON } from '../../../lib/forecast/book';
import { crmViews } from '../../../lib/forecast/record/crm-views';
import { landsAtRate } from '../../../lib/forecast/record/lands-at-rate';
import { wonDays } from '../../../lib/forecast/record/won-days';
import type { ForecastRequest } from '../../../lib/forecast/request';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly asOf: number;
}

/** What the usual ways say a period will bring, from the same request. A way that has nothing to go by says what is won. */
export function baselines(
  request: ForecastRequest,
  { start, end, asOf }: Span,
): Readonly<Record<string, number>> {
  const closed = request.deals.flatMap((deal) => {
    const day = deal.closedAt === null ? undefined : dayNumber(deal.closedAt);
    return deal.status === 'open' || day === undefined
      ? []
      : { day, won: deal.status === 'won', value: deal.closedAmount ?? deal.amount ?? 0, deal };
  });
  const wins = closed.filter(({ won }) => won);
  const won = wonDays({
    asOf,
    closed: Int32Array.from(wins, ({ day }) => day),
    outcome: new Uint8Array(wins.length).fill(WON),
    value: Float64Array.from(wins, ({ value }) => value),
  });
  const toDate = won.between(start, Math.min(end, asOf));
  const rate = (most: number): number => landsAtRate(won, { start, end, asOf }, { most, least: 1 }) ?? toDate;
  const open = request.deals.filter(({ status }) => status === 'open');
  const chanceOf = new Map(request.stages.map(({ id, probability }) => [id, probability ?? 0]));
  const weighed = (chance: (stage: string) => number): number => {
    const views = crmViews([{ start, end, asOf }]);
    for (const { stage, amount } of open) {
      const probability = chance(stage ?? '');
      views.add({ amount: amount ?? NaN, probability, category: null, closeDay: undefined });
    }
    return views.result()[0]?.stageWeights ?? 0;
  };
  return {
    'last period': won.between(start - (end - start), start),
    '28-day rate': rate(28),
    '91-day rate': rate(91),
    'stage weights': toDate + weighed((stage) => chanceOf.get(stage) ?? 0),
    'coverage / 3': toDate + weighed(() => 1 / 3),
    'stage win rates': toDate + weighed(winRates(closed)),
  };
}

/** Of the closed deals that were ever in a stage, the share that was won. */
function winRates(
  closed: readonly { readonly won: boolean; readonly deal: ForecastRequest['deals'][number] }[],
): (stage: string) => number {
  const seen = new Map<string, { won: number; all: number }>();
  for (const { won, deal } of closed) {
    const stages = new Set(
      deal.history
        .filter(({ field }) => field === 'stage')
        .flatMap(({ from, to }) => [String(from), String(to)]),
    );
    if (stages.size === 0) stages.add(deal.stage ?? '');
    for (const stage of stages) {
      const so = seen.get(stage) ?? { won: 0, all: 0 };
      seen.set(stage, { won: so.won + (won ? 1 : 0), all: so.all + 1 });
    }
  }
  return (stage) => {
    const { won, all } = seen.get(stage) ?? { won: 0, all: 0 };
    return all > 0 ? won / all : 0;
  };
}
