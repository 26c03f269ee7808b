import { dayNumber } from '../calendar/day-number';
import type { Deal, DealChange } from '../deal/deal';
import type { Book } from './book';
import { bookInMaking } from './book-in-making';
import { dealInputOf, type LeftOut, type Valuation } from './deal-input-of';
import { type CrmView, crmViews } from './record/crm-views';
import type { PeriodAt } from './record/lands-at-rate';
import type { ForecastReport } from './report';
import type { StageInput } from './request';

interface DealsOptions {
  readonly valuation: Valuation;
  readonly stages: readonly StageInput[];
  /** Number of the day at whose beginning the forecast is made. */
  readonly asOf: number;
  /** What the CRM says is said of these. */
  readonly periods: readonly PeriodAt[];
}

/** The stored deals of a scope, as a forecast takes them. */
export interface ScopeDeals {
  readonly book: Book;
  /** Open deals, whatever has no part in the book; of those that have one the sum of their known amounts. */
  readonly openRead: number;
  readonly openMinor: number;
  /** Keys of the open deals that renew what is there already. */
  readonly renewals: ReadonlySet<string>;
  readonly uncreated: ForecastReport['uncreated'];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** What the CRM itself says of each period. */
  readonly views: readonly CrmView[];
  /** How many won deals are dated after today, and what those dated inside a period have brought. */
  readonly ahead: number;
  readonly wonAhead: (period: { readonly start: string; readonly end: string }) => number;
}

/** Gathers the stored deals of a scope, that come one by one with all their changes. */
export function dealsInMaking({ valuation, stages, asOf, periods }: DealsOptions) {
  const { today } = valuation;
  const making = bookInMaking({ asOf, dataStart: undefined, stages });
  const crm = crmViews(periods);
  const chances = new Map(stages.map(({ id, probability }) => [id, probability]));
  const ahead: { readonly on: string; readonly value: number }[] = [];
  const leftOut = { removed: 0, 'no-outcome': 0, 'no-rate': 0 };
  const renewals = new Set<string>();
  const uncreated = { open: 0, closed: 0 };
  let [openRead, openMinor] = [0, 0];

  function add(deal: Deal, own: readonly DealChange[]): void {
    // Read is read, whatever it is worth: only what was not read may be like what was.
    if (deal.outcome === 'open' && deal.removedAt === undefined) openRead += 1;
    const input = dealInputOf(deal, own, valuation);
    if (typeof input === 'string') {
      leftOut[input] += 1;
      return;
    }
    if (input.closedAt !== null && input.closedAt > today) {
      const value = input.closedAmount ?? 0;
      if (input.status === 'won') ahead.push({ on: input.closedAt, value });
      return;
    }
    // A credit note that is open is nothing to win.
    if (input.status === 'open' && (input.amount ?? 0) < 0) return;
    making.add(input);
    if (input.isFirstSight && (input.status === 'open' || input.closedAt !== null))
      uncreated[input.status === 'open' ? 'open' : 'closed'] += 1;
    if (input.status !== 'open') return;
    if (deal.kind === 'renewal') renewals.add(deal.key);
    openMinor += input.amount ?? 0;
    crm.add({
      amount: input.amount ?? NaN,
      probability: deal.crmProbability ?? chances.get(deal.stage ?? '') ?? NaN,
      category: deal.forecastCategory ?? null,
      closeDay: dayNumber(deal.closeOn ?? ''),
    });
  }

  return {
    add,
    /** May be asked for once. */
    result: (): ScopeDeals => ({
      book: making.result(),
      openRead,
      openMinor,
      renewals,
      uncreated,
      leftOut,
      views: crm.result(),
      ahead: ahead.length,
      wonAhead: ({ start, end }) =>
        ahead.reduce((sum, { on, value }) => (on >= start && on < end ? sum + value : sum), 0),
    }),
  };
}
