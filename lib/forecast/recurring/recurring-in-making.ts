import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { amountUnit } from '../../deal/amount-unit';
import { closingDay } from '../../deal/closing-day';
import type { Deal } from '../../deal/deal';
import { annualMinor } from './annual-minor';
import type { OpenRecurring, RecurringBook } from './recurring-book';
import type { RecurringDeal } from './recurring-deal';

interface Valuation {
  /** `YYYY-MM-DD`, the last day that is known. */
  readonly today: string;
  /** Minor units of the reporting currency, by the rate of a day; `undefined` where there is none. */
  readonly convert: (minor: number, currency: string, day: string) => number | undefined;
}

/** A book of recurring revenue in the making: deals come one by one. */
export interface RecurringInMaking {
  readonly add: (deal: Deal) => void;
  /** `undefined` where no deal brings recurring revenue. */
  readonly result: () => RecurringBook | undefined;
}

/** New revenue per win is that of a year. Not measured: no set has recurring revenue. */
const YEAR_DAYS = 365;

/**
 * Gathers what brings recurring revenue. All of it is counted at today's rates, so that no rate looks like an expansion.
 * A deal whose kind is not said is new or an expansion by what its account has; one without an account is an account of
 * its own.
 */
export function recurringInMaking({ today, convert }: Valuation): RecurringInMaking {
  const closed: RecurringDeal[] = [];
  const open: OpenRecurring[] = [];
  const yearAgo = dayText((dayNumber(today) ?? 0) + 1 - YEAR_DAYS);
  let [winsOfYear, noRate, undated] = [0, 0, 0];
  return {
    add(deal) {
      if (deal.removedAt !== undefined || !deal.outcome) return;
      const on = closingDay(deal, today)?.on;
      // A credit note is no win.
      const isWin = deal.outcome === 'won' && (deal.amountMinor ?? 0) >= 0;
      if (isWin && on !== undefined && on >= yearAgo && on <= today) winsOfYear += 1;
      if (!deal.recurringMinor || !deal.recurringPeriod || deal.recurringMinor < 0) return;
      const { currency } = amountUnit(deal);
      const annual = annualMinor(deal.recurringMinor, deal.recurringPeriod);
      const minor = currency === undefined ? undefined : convert(annual, currency, today);
      if (minor === undefined) {
        noRate += 1;
        return;
      }
      const kind = deal.kind === 'renewal' || deal.kind === 'expansion' ? deal.kind : ('new' as const);
      const common = {
        id: deal.key,
        account: deal.account ?? deal.key,
        kind,
        annualMinor: minor,
        product: deal.product ?? undefined,
        name: deal.name ?? undefined,
      } satisfies Omit<OpenRecurring, 'closeOn'>;
      if (deal.outcome === 'open') open.push({ ...common, closeOn: deal.closeOn ?? null });
      else if (on === undefined) undated += 1;
      else closed.push({ ...common, outcome: deal.outcome, closedOn: on, endOn: deal.contractEndOn ?? null });
    },
    result: () =>
      closed.length + open.length + noRate + undated === 0
        ? undefined
        : { closed, open, winsOfYear, noRate, undated },
  };
}
