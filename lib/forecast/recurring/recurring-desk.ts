import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { annualByAccount } from './annual-by-account';
import { comingUp } from './coming-up';
import type { RecurringBook } from './recurring-book';
import { recurringFlows } from './recurring-flows';
import { type Expected, recurringForward, type RecurringNow } from './recurring-forward';
import type { RecurringMove } from './recurring-move';
import { recurringMoves } from './recurring-moves';
import type { RecurringAhead, RecurringReport } from './recurring-report';
import { renewalShares } from './renewal-shares';
import { retention } from './retention';

interface Period {
  /** `YYYY-MM-DD`, `start` inside, `end` outside. */
  readonly start: string;
  readonly end: string;
}

export interface RecurringDesk {
  readonly report: Omit<RecurringReport, 'forward'>;
  /** Revenue at the end of the n-th period, by what is expected of deals from now to that day. */
  readonly ahead: (nth: number, expected: Expected) => RecurringAhead;
}

const YEAR_DAYS = 365;
/** Renewals of so many days tell what becomes of the next. */
const SHARE_DAYS = 730;

/**
 * Recurring revenue as of the end of `today`: what it is and has become, and what it will be.
 *
 * @param periods The present one first.
 */
export function recurringDesk(
  book: RecurringBook,
  { today, periods }: { readonly today: string; readonly periods: readonly Period[] },
): RecurringDesk {
  const now = (dayNumber(today) ?? 0) + 1;
  const asOf = dayText(now);
  const yearAgo = dayText(now - YEAR_DAYS);
  // A closing day that lies ahead is none yet.
  const closed = book.closed.filter(({ closedOn }) => closedOn < asOf);
  const moves = recurringMoves(closed, asOf);
  const period = { start: periods[0]?.start ?? asOf, end: asOf };
  const flows = recurringFlows(moves, period);
  const annualOf = annualByAccount(moves, asOf);
  const common = {
    annual: flows.end,
    shares: renewalShares(moves, dayText(now - SHARE_DAYS)),
    open: book.open,
    coming: comingUp(closed, book.open, asOf),
    hasRevenue: (account: string) => (annualOf.get(account) ?? 0) > 0,
    perWin: perWin(moves, { from: yearAgo, wins: book.winsOfYear }),
  };
  return {
    report: {
      flows,
      moves: moves.filter(({ on }) => on >= period.start).toSorted((a, b) => b.minor - a.minor),
      retention: retention(moves, { start: yearAgo, end: asOf }),
      noRate: book.noRate,
      undated: book.undated,
    },
    ahead: (nth, expected) => {
      const until = periods[nth]?.end;
      if (until === undefined) throw new RangeError(`no period ${nth}`);
      return recurringForward({ ...common, until }, expected);
    },
  };
}

function perWin(
  moves: readonly RecurringMove[],
  { from, wins }: { readonly from: string; readonly wins: number },
): RecurringNow['perWin'] {
  const sums = { new: 0, expansion: 0 };
  for (const { on, flow, by, minor } of moves)
    if (on >= from && by !== 'renewal' && (flow === 'new' || flow === 'expansion')) sums[flow] += minor;
  return wins > 0 ? { new: sums.new / wins, expansion: sums.expansion / wins } : sums;
}
