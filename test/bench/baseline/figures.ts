import type { PlainDeal, PlainRate } from './database';

/** What the popup shows. Sums are in hundredths of `currency`. */
export interface Figures {
  readonly currency: string;
  readonly won: Sum;
  readonly open: Sum;
  readonly weighted: Sum;
  readonly top: readonly PlainDeal[];
  readonly oldestSeenAt: string;
}

export interface Sum {
  readonly minor: number;
  readonly n: number;
}

export interface Period {
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** The day after the last one. */
  readonly end: string;
}

/** The calendar quarter of a day. */
export function quarterOf(today: string): Period {
  const year = Number(today.slice(0, 4));
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3;
  const day = (month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { start: day(first), end: day(first + 3) };
}

/** All figures in one pass over the deals, in plain numbers: nothing here is slower than it has to be. */
export function figuresOf(
  deals: readonly PlainDeal[],
  rates: readonly PlainRate[],
  { period, currency }: { readonly period: Period; readonly currency: string },
): Figures {
  const units = new Map(
    rates.filter(({ to }) => to === currency).map(({ from, rate }) => [from, Number(rate)]),
  );
  const won = { minor: 0, n: 0 };
  const open = { minor: 0, n: 0 };
  const weighted = { minor: 0, n: 0 };
  let top: { deal: PlainDeal; minor: number }[] = [];
  let oldestSeenAt = '9999';
  for (const deal of deals) {
    if (deal.outcome === 'lost') continue;
    if (deal.outcome === 'open' && deal.seenAt < oldestSeenAt) oldestSeenAt = deal.seenAt;
    if (deal.amountMinor === null) continue;
    const minor = converted(deal.amountMinor, deal.currency === currency ? 1 : units.get(deal.currency));
    if (minor === undefined) continue;
    if (deal.outcome === 'won') {
      if (deal.closedOn === null || deal.closedOn < period.start || deal.closedOn >= period.end) continue;
      won.minor += minor;
      won.n += 1;
      continue;
    }
    open.minor += minor;
    open.n += 1;
    // In whole percent, so that a half is a half and not a hair less.
    weighted.minor += Math.round((minor * Math.round(deal.crmProbability * 100)) / 100);
    weighted.n += 1;
    const last = top[4];
    if (last === undefined || minor > last.minor)
      top = [...top, { deal, minor }].sort((a, b) => b.minor - a.minor).slice(0, 5);
  }
  return { currency, won, open, weighted, top: top.map(({ deal }) => deal), oldestSeenAt };
}

/** At the rate's own ten-thousandths, for the same reason. */
function converted(minor: number, rate: number | undefined): number | undefined {
  if (rate === undefined || rate === 1) return rate && minor;
  return Math.round((minor * Math.round(rate * 10_000)) / 10_000);
}
