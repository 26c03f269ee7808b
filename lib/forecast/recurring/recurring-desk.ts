import { dayNumber } from '../../calendar/day-number';
import { dayText } from '../../calendar/day-text';
import { accountHistories } from './account-histories';
import { annualByAccount } from './annual-by-account';
import type { OpenRecurring, RecurringBook } from './recurring-book';
import type { RecurringDeal } from './recurring-deal';
import { recurringFlows } from './recurring-flows';
import type { Expected } from './expected';
import { bringingOf } from './bringing-of';
import { type Flow, recurringForward, type RecurringNow } from './recurring-forward';
import type { RecurringMove } from './recurring-move';
import { recurringMoves } from './recurring-moves';
import type { RecurringAhead, RecurringReport } from './recurring-report';
import { renewalShares } from './renewal-shares';
import { retention } from './retention';
import type { Renewable } from './settle-terms';

interface Period {
  /** `YYYY-MM-DD`, `start` inside, `end` outside. */
  readonly start: string;
  readonly end: string;
}

export interface RecurringDesk {
  readonly report: Omit<RecurringReport, 'forward'>;
  /** Open deals of which something is expected, in the order of their places. */
  readonly ids: readonly string[];
  /** Revenue at the end of the n-th period, by what is expected of deals from now to that day. */
  readonly ahead: (nth: number, expected: Expected) => RecurringAhead;
}

/** Retention and new revenue are told of a year. No part in what deals bring. */
const YEAR_DAYS = 365;
/** Renewals of so many days tell what becomes of the next. Not measured: no set has renewals. */
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
  const closed = book.closed.filter(({ closedOn }) => closedOn < asOf);
  const open = [...book.open, ...datedAhead(book.closed, asOf)];
  const histories = accountHistories({ closed, open }, asOf);
  const moves = recurringMoves(histories);
  const period = { start: periods[0]?.start ?? asOf, end: asOf };
  const flows = recurringFlows(moves, period);
  const annualOf = annualByAccount(moves, asOf);
  const fates = histories.flatMap((one) => one.fates);
  const coming = histories.flatMap((one) => one.coming);
  const renewable = coming
    .flatMap(({ renewal, ...term }) => (renewal === undefined ? [] : [{ ...term, renewal }]))
    .map((one, at): Renewable => ({ ...one, at }));
  const inForce = new Set(renewable.map(({ renewal }) => renewal.id));
  const others = open.filter(({ id }) => !inForce.has(id));
  const flowOf = ({ account, kind }: OpenRecurring): Flow => {
    if (kind === 'renewal') return 'unmatched';
    return (annualOf.get(account) ?? 0) > 0 ? 'expansion' : 'new';
  };
  const bringing = bringingOf(
    others.filter(({ decided }) => decided === undefined),
    { first: renewable.length, flowOf },
  );
  const common = {
    annual: flows.end,
    shares: renewalShares(fates, { from: now - SHARE_DAYS, asOf: now }),
    renewable,
    open: bringing,
    ahead: others.flatMap((deal) => (deal.decided === undefined ? [] : [{ ...deal, flow: flowOf(deal) }])),
    perWin: perWin(moves, { from: yearAgo, wins: book.winsOfYear }),
  };
  const dueOf = periods.map(({ end }) =>
    coming.reduce(
      (sum, { minor, endOn, renewal }) =>
        renewal === undefined && endOn !== null && endOn < end ? sum + minor : sum,
      0,
    ),
  );
  return {
    ids: [...renewable.map(({ renewal }) => renewal.id), ...bringing.ids],
    report: {
      flows,
      moves: moves.filter(({ on }) => on >= period.start).toSorted((a, b) => b.minor - a.minor),
      retention: retention(moves, { start: yearAgo, end: asOf }),
      noRate: book.noRate,
      undated: book.undated,
      unsureAccounts: histories.filter(({ isUnsure }) => isUnsure).length,
    },
    ahead: (nth, expected) => {
      const until = periods[nth]?.end;
      if (until === undefined) throw new RangeError(`no period ${nth}`);
      return recurringForward({ ...common, until, due: dueOf[nth] ?? 0 }, expected);
    },
  };
}

/** A deal that is won or lost on a day to come is none of the flows yet, but certain to come. */
function datedAhead(deals: readonly RecurringDeal[], asOf: string): readonly OpenRecurring[] {
  return deals
    .filter(({ closedOn, endOn }) => closedOn >= asOf && (endOn === null || endOn > closedOn))
    .map(({ id, account, kind, annualMinor, closedOn, product, name, outcome }) => ({
      id,
      account,
      kind,
      annualMinor,
      closeOn: closedOn,
      product,
      name,
      decided: outcome,
    }));
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
