import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../../lib/deal/deal';
import type { RecurringBook } from '../../../../lib/forecast/recurring/recurring-book';
import type { RecurringDeal } from '../../../../lib/forecast/recurring/recurring-deal';
import { recurringDesk } from '../../../../lib/forecast/recurring/recurring-desk';
import type { Expected } from '../../../../lib/forecast/recurring/expected';
import { recurringInMaking } from '../../../../lib/forecast/recurring/recurring-in-making';
import type { SupposedDeal } from '../../../../lib/forecast/what-if/what-if';
import { aDeal } from '../../components/a-deal';

const today = '2026-06-30';
const periods = [
  { start: '2026-04-01', end: '2026-07-01' },
  { start: '2026-07-01', end: '2026-10-01' },
];

function won(account: string, facts: Partial<RecurringDeal> = {}): RecurringDeal {
  return {
    id: `${account}-${facts.kind ?? 'new'}-${facts.closedOn ?? ''}`,
    account,
    kind: 'new',
    outcome: 'won',
    closedOn: '2024-08-15',
    annualMinor: 1000,
    endOn: '2025-08-15',
    ...facts,
  };
}

/** Twelve accounts, each won two years ago: nine have renewed, one of them below and one above, and three have left. */
const closed = Array.from({ length: 12 }, (_, nth) => {
  const account = `A${String(nth).padStart(2, '0')}`;
  const annualMinor = nth === 3 ? 600 : nth === 4 ? 1500 : 1000;
  const renewal = { kind: 'renewal', closedOn: '2025-08-10', endOn: '2026-08-15', annualMinor } as const;
  return nth < 3 ? [won(account)] : [won(account), won(account, renewal)];
}).flat();
const book: RecurringBook = { closed, open: [], winsOfYear: 9, noRate: 0, undated: 0 };
const nothing: Expected = {
  chanceOf: () => 0,
  sizeOf: () => 1,
  supposedOf: () => undefined,
  newWins: 0,
  churn: 1,
  size: 1,
};
const only = (id: string, deal: SupposedDeal) => ({
  supposedOf: (one: string) => (one === id ? deal : undefined),
});
/** A renewal of an account's 1,000 that end on 15 August. */
const renewal = {
  id: 'r',
  account: 'A06',
  kind: 'renewal',
  annualMinor: 1200,
  closeOn: '2026-08-10',
} as const;

describe('recurring revenue as of a day', () => {
  it('has the retention of the accounts of a year ago, with its interval', () => {
    const { retention, flows } = recurringDesk(book, { today, periods }).report;
    expect(flows.end).toBe(7 * 1000 + 600 + 1500);
    expect(retention.net).toMatchObject({ kind: 'measured', n: 12, value: 9100 / 12_000 });
    expect(retention.logoChurn).toMatchObject({ kind: 'measured', n: 12, value: 0.25 });
    if (retention.net.kind !== 'measured' || retention.logoChurn.kind !== 'measured') throw new Error('none');
    expect(retention.net.low).toBeLessThan(retention.net.value);
    expect(retention.net.high).toBeGreaterThan(retention.net.value);
    // Wilson, 3 of 12 at 80 %.
    expect(retention.logoChurn.low).toBeCloseTo(0.1268, 3);
    expect(retention.logoChurn.high).toBeCloseTo(0.4338, 3);
  });

  it('renews what is due by the shares of the past: to the minor unit, by hand', () => {
    const desk = recurringDesk(book, { today, periods });
    // Nothing ends in the present period: what is there stays.
    expect(desk.ahead(0, nothing)).toMatchObject({ kind: 'expected', end: 9100, churned: 0, renewal: 0 });
    // All of it ends in the next. Of 12,000 due 3,000 was lost, 400 made smaller, and 500 came on top.
    const next = desk.ahead(1, nothing);
    if (next.kind !== 'expected') throw new Error('too few');
    expect(next.churned).toBeCloseTo((9100 * 3000) / 12_000, 9);
    expect(next.contraction).toBeCloseTo((9100 * 400) / 12_000, 9);
    expect(next.expansion).toBeCloseTo((9100 * 500) / 12_000, 9);
    expect(next.renewal).toBeCloseTo((9100 * 8600) / 12_000, 9);
    expect(next.renewal + next.churned + next.contraction).toBeCloseTo(9100, 9);
    expect(next.end).toBeCloseTo(9100 + next.new + next.expansion - next.contraction - next.churned, 9);
  });

  it('loses as many times as much as is supposed, and never more than is due', () => {
    const desk = recurringDesk(book, { today, periods });
    const ends = [0, 1, 1.5, 100].map((churn) => {
      const one = desk.ahead(1, { ...nothing, churn });
      return one.kind === 'expected' ? one : undefined;
    });
    expect(ends.map((one) => one && Math.round(one.churned))).toEqual([0, 2275, 3413, 9100]);
    expect(ends.at(-1)?.end).toBeCloseTo(0, 9);
    expect(ends.map((one) => one?.end ?? 0)).toEqual(
      ends.map((one) => one?.end ?? 0).toSorted((a, b) => b - a),
    );
  });

  it('takes open deals by their chances, and deals to come as wins of the past year brought them', () => {
    const open = [
      { id: 'n', account: 'New', kind: 'new', annualMinor: 2000, closeOn: null },
      { id: 'e', account: 'A05', kind: 'new', annualMinor: 400, closeOn: null },
      { ...renewal, annualMinor: 1000 },
      { id: 'u', account: 'Unknown', kind: 'renewal', annualMinor: 700, closeOn: null },
    ] as const;
    const fresh = won('B', { closedOn: '2026-03-01', annualMinor: 900, endOn: null });
    const desk = recurringDesk({ ...book, closed: [...closed, fresh], open }, { today, periods });
    const chances: Record<string, number> = { n: 0.5, e: 0.25, r: 0.9, u: 0.8 };
    const ahead = desk.ahead(0, {
      ...nothing,
      chanceOf: (id) => chances[id] ?? 0,
      sizeOf: (id) => (id === 'e' ? 3 : 2),
      newWins: 3,
      size: 2,
    });
    if (ahead.kind !== 'expected') throw new Error('too few');
    expect(ahead.new).toBeCloseTo(2 * (0.5 * 2000 + (3 * 900) / 9), 9);
    // The renewal of 1,000 at 2,000 may come before its time.
    expect(ahead.expansion).toBeCloseTo(3 * 0.25 * 400 + 0.9 * (2 * 1000 - 1000), 9);
    expect(ahead.renewal).toBeCloseTo(0.9 * 1000, 9);
    // A renewal of nobody knows what is neither new nor more.
    expect(ahead.unmatched).toBeCloseTo(2 * 0.8 * 700, 9);
    expect(ahead.end).toBeCloseTo(9100 + 900 + ahead.new + ahead.expansion + ahead.unmatched, 9);
  });

  it('follows a renewal that is taken as lost, as won, or as decided after the end', () => {
    const desk = recurringDesk({ ...book, open: [renewal] }, { today, periods });
    const ahead = (deal: SupposedDeal, nth = 1) => {
      const one = desk.ahead(nth, { ...nothing, chanceOf: () => 0.5, ...only('r', deal) });
      if (one.kind !== 'expected') throw new Error('too few');
      return one;
    };
    const usual = ahead({ fate: 'open' });
    expect(usual.churned).toBeCloseTo((9100 * 3000) / 12_000, 9);
    // Of the other 8,100 as much is lost as before.
    const lost = ahead({ fate: 'lost' });
    expect(lost.churned).toBeCloseTo(1000 + (8100 * 3000) / 12_000, 9);
    expect(lost.end).toBeLessThan(usual.end);
    const won = ahead({ fate: 'won' });
    expect(won.churned).toBeCloseTo((8100 * 3000) / 12_000, 9);
    expect(won.expansion).toBeCloseTo(200 + (8100 * 500) / 12_000, 9);
    expect(won.renewal).toBeCloseTo(1000 + (8100 * 8600) / 12_000, 9);
    // Lost now, it is lost before its end.
    expect(ahead({ fate: 'lost' }, 0)).toMatchObject({ churned: 1000, end: 8100 });
    // What is decided before its end is due as before, and so is what is late within its days of grace.
    expect(ahead({ fate: 'moved', on: '2026-08-15' })).toEqual(usual);
    expect(ahead({ fate: 'moved', on: '2026-08-20' })).toEqual(usual);
    // Later than that the old contract was lost.
    const tooLate = ahead({ fate: 'moved', on: '2026-11-20' });
    expect(tooLate).toMatchObject({ churned: lost.churned, unmatched: 0.5 * 1200 });
    expect(tooLate.end).toBeCloseTo(lost.end + 0.5 * 1200, 9);
  });

  it('has one answer for a renewal of a day, on whichever side of the period’s end it is, and whoever says so', () => {
    const ending = won('E', { closedOn: '2025-09-10', endOn: '2026-09-10', annualMinor: 1000 });
    const having = (deals: Partial<RecurringBook>, expected: Partial<Expected> = {}) => {
      const open = deals.open ?? [];
      const all = { ...book, open, closed: [...closed, ending, ...(deals.closed ?? [])] };
      const one = recurringDesk(all, { today, periods }).ahead(1, { ...nothing, ...expected });
      if (one.kind !== 'expected') throw new Error('too few');
      return one;
    };
    const own = { ...renewal, account: 'E', closeOn: '2026-09-01' };
    // In time, late, and late when the period is over: the last one on the last of its 90 days of grace.
    for (const on of ['2026-09-01', '2026-09-20', '2026-10-05', '2026-12-09']) {
      const stated = having({ open: [{ ...own, closeOn: on }] });
      expect(having({ open: [own] }, only('r', { fate: 'moved', on })), on).toEqual(stated);
      // Nothing is lost where nothing was: then what is expected and what is certain are one.
      const dated = won('E', { kind: 'renewal', closedOn: on, endOn: '2027-09-10', annualMinor: 1200 });
      const [certain, expected] = [{ closed: [dated] }, { open: [{ ...own, closeOn: on }] }].map((deals) =>
        having(deals, { churn: 0 }),
      );
      expect(certain?.end, on).toBeCloseTo(expected?.end ?? NaN, 9);
      expect(certain?.churned, on).toBeCloseTo(expected?.churned ?? NaN, 9);
      // The new price counts from its day on.
      const usual = having({ open: [{ ...own, annualMinor: 1000, closeOn: on }] });
      expect(stated.end, on).toBeCloseTo(usual.end + (on < '2026-10-01' ? 0.75 * 200 : 0), 9);
    }
  });

  it('a contract in its days of grace goes on with its open renewal: it is no renewal of unknown terms', () => {
    const over = won('G', { closedOn: '2025-06-10', endOn: '2026-06-10', annualMinor: 1000 });
    const having = (open: RecurringBook['open'], expected: Partial<Expected> = {}) => {
      const desk = recurringDesk({ ...book, open, closed: [...closed, over] }, { today, periods });
      const one = desk.ahead(1, { ...nothing, ...expected });
      if (one.kind !== 'expected') throw new Error('too few');
      expect(desk.report.flows).toMatchObject({ churned: 1000, end: 9100 });
      return one;
    };
    const usual = having([]);
    const own = { ...renewal, account: 'G', closeOn: '2026-07-10' };
    const open = having([own], { chanceOf: () => 0.5 });
    expect(open.unmatched).toBe(0);
    expect(open.renewal).toBeCloseTo(usual.renewal + 0.5 * 1000, 9);
    expect(open.expansion).toBeCloseTo(usual.expansion + 0.5 * 200, 9);
    // It was lost: half of it comes back.
    expect(open.churned).toBeCloseTo(usual.churned - 0.5 * 1000, 9);
    expect(open.end).toBeCloseTo(usual.end + 0.5 * 1200, 9);
    const of = (deal: SupposedDeal) => having([own], { chanceOf: () => 0.5, ...only('r', deal) });
    expect(of({ fate: 'lost' })).toEqual(usual);
    expect(of({ fate: 'won' }).end).toBeCloseTo(usual.end + 1200, 9);
    // Half its length is longer than 90 days: from 9 September on it is lost for good.
    expect(of({ fate: 'moved', on: '2026-09-08' })).toEqual(open);
    expect(of({ fate: 'moved', on: '2026-09-09' })).toMatchObject({ unmatched: 600, churned: usual.churned });
  });

  it('renews what is due at the price that its open renewal states', () => {
    const end = (annualMinor: number, expected: Partial<Expected> = {}) => {
      const open = [{ ...renewal, annualMinor }];
      const one = recurringDesk({ ...book, open }, { today, periods }).ahead(1, { ...nothing, ...expected });
      if (one.kind !== 'expected') throw new Error('too few');
      return one;
    };
    // Of 1,000 a quarter is lost as before, whatever it is to cost; three quarters are renewed at 1,200, or at 800.
    const same = end(1000);
    expect(end(1200).end).toBeCloseTo(same.end + 0.75 * 200, 9);
    expect(end(800).end).toBeCloseTo(same.end - 0.75 * 200, 9);
    expect(end(800).contraction).toBeCloseTo(same.contraction + 0.75 * 200, 9);
    expect([end(1200).churned, end(800).churned]).toEqual([same.churned, same.churned]);
    // What is supposed of the price does the same.
    expect(end(1000, { sizeOf: () => 1.2 }).end).toBeCloseTo(end(1200).end, 9);
    // All others as before: of 8,100 a quarter is lost, 400 of 12,000 made smaller and 500 on top.
    expect(same.end).toBeCloseTo(750 + (8100 * (12_000 - 3000 - 400 + 500)) / 12_000, 9);
  });

  it('a deal that is won or lost on a day ahead is to come, once, from its day on', () => {
    const later = { closedOn: '2026-07-20', endOn: '2027-07-20' };
    const having = (...deals: readonly RecurringDeal[]) => {
      const desk = recurringDesk({ ...book, closed: [...closed, ...deals] }, { today, periods });
      const [now, next] = [desk.ahead(0, nothing), desk.ahead(1, nothing)];
      if (now.kind !== 'expected' || next.kind !== 'expected') throw new Error('too few');
      expect(now.end).toBe(9100);
      expect(desk.report.flows).toMatchObject({ new: 0, expansion: 0, end: 9100 });
      return next;
    };
    const usual = having();
    const fresh = having(won('New', { ...later, annualMinor: 2000 }));
    expect(fresh).toMatchObject({ new: 2000, churned: usual.churned });
    expect(fresh.end).toBeCloseTo(usual.end + 2000, 9);
    const more = having(won('A06', { ...later, kind: 'expansion', annualMinor: 400 }));
    expect(more.expansion).toBeCloseTo(usual.expansion + 400, 9);
    // Its 1,000 are renewed for certain at 1,300: 8,100 are left that are due.
    const renewed = having(won('A06', { ...later, kind: 'renewal', annualMinor: 1300 }));
    expect(renewed.churned).toBeCloseTo((8100 * 3000) / 12_000, 9);
    expect(renewed.end).toBeCloseTo(1300 + (8100 * (12_000 - 3000 - 400 + 500)) / 12_000, 9);
    const lost = having(won('A06', { ...later, kind: 'renewal', outcome: 'lost' }));
    expect(lost.churned).toBeCloseTo(1000 + (8100 * 3000) / 12_000, 9);
    const unknown = having(won('Unknown', { ...later, kind: 'renewal', annualMinor: 700 }));
    expect(unknown).toMatchObject({ unmatched: 700, churned: usual.churned });
    // After the next period it is not there yet.
    expect(having(won('New', { closedOn: '2026-10-01', endOn: null })).end).toBe(usual.end);
  });

  it('late renewals are renewals for what the past teaches as well', () => {
    // All twelve renew two months late, at the same price; the accounts are all there.
    const late = Array.from({ length: 12 }, (_, nth) => [
      won(`L${nth}`),
      won(`L${nth}`, { kind: 'renewal', closedOn: '2025-10-15', endOn: '2026-08-15' }),
    ]).flat();
    const desk = recurringDesk({ ...book, closed: late }, { today, periods });
    expect(desk.report.retention.logoChurn).toMatchObject({ value: 0 });
    expect(desk.ahead(1, nothing)).toMatchObject({ churned: 0, end: 12_000 });
  });

  it('terms in their days of grace teach nothing yet', () => {
    // Ended 60 days before: two are renewed already, and nobody knows of the others.
    const ended = Array.from({ length: 12 }, (_, nth) => [
      won(`G${nth}`, { closedOn: '2025-05-01', endOn: '2026-05-01' }),
      ...(nth < 2 ? [won(`G${nth}`, { kind: 'renewal', closedOn: '2026-05-20', endOn: '2027-05-01' })] : []),
    ]).flat();
    const due = won('D', { closedOn: '2025-08-01', endOn: '2026-08-01' });
    const desk = recurringDesk({ ...book, closed: [...ended, due] }, { today, periods });
    expect(desk.ahead(1, nothing)).toEqual({ kind: 'too-few', have: 0, need: 10 });
    // Ten weeks later all is known of them: ten of twelve were lost.
    const after = { today: '2026-07-31', periods: [{ start: '2026-07-01', end: '2026-10-01' }] };
    expect(recurringDesk({ ...book, closed: [...ended, due] }, after).ahead(0, nothing)).toMatchObject({
      churned: (1000 * 10) / 12,
    });
  });

  it('says in how many accounts it is not sure which renewal is of which contract', () => {
    const two = ['X', 'Y'].flatMap((account) => [
      won(account, { id: `${account}1`, closedOn: '2025-01-15', endOn: '2026-01-15', annualMinor: 3000 }),
      won(account, { id: `${account}2`, closedOn: '2025-01-15', endOn: '2026-01-15', annualMinor: 2000 }),
      won(account, {
        id: `${account}3`,
        kind: 'renewal',
        closedOn: '2026-01-10',
        endOn: null,
        annualMinor: 4000,
      }),
      won(account, {
        id: `${account}4`,
        kind: 'renewal',
        closedOn: '2026-01-10',
        endOn: null,
        annualMinor: account === 'X' ? 1500 : 2000,
      }),
    ]);
    const { report } = recurringDesk({ ...book, closed: two }, { today, periods });
    expect(report.unsureAccounts).toBe(1);
    expect(recurringDesk(book, { today, periods }).report.unsureAccounts).toBe(0);
  });

  it('loses more of what has no end where customers leave more often: its renewal comes up with its close date', () => {
    const endless = won('E', { closedOn: '2026-01-01', annualMinor: 5000, endOn: null });
    const open = [{ ...renewal, account: 'E', closeOn: '2026-06-30' }];
    const desk = recurringDesk({ ...book, closed: [...closed, endless], open }, { today, periods });
    const churned = [1, 2].map((churn) => {
      const one = desk.ahead(0, { ...nothing, churn });
      return one.kind === 'expected' ? one.churned : undefined;
    });
    expect(churned).toEqual([1250, 2500]);
    // Nobody says when it comes up: nothing says that it ends.
    const undated = recurringDesk(
      { ...book, closed: [...closed, endless], open: [{ ...renewal, account: 'E', closeOn: null }] },
      { today, periods },
    );
    expect(undated.ahead(0, nothing)).toMatchObject({ churned: 0, end: 14_100 });
  });

  it('gives each of an account’s renewals its own terms, the first to what ends first', () => {
    const later = won('A06', {
      kind: 'expansion',
      closedOn: '2026-01-01',
      annualMinor: 300,
      endOn: '2026-09-01',
    });
    const open = [{ ...renewal, id: 's', closeOn: '2026-08-30' }, renewal];
    const desk = recurringDesk({ ...book, closed: [...closed, later], open }, { today, periods });
    const without = (id: string) => {
      const one = desk.ahead(0, { ...nothing, ...only(id, { fate: 'lost' }) });
      return one.kind === 'expected' ? one.churned : undefined;
    };
    expect([without('r'), without('s')]).toEqual([1000, 300]);
  });

  it('says nothing less of a renewal that is taken for certain where too few others are known', () => {
    const one = won('Z', { closedOn: '2025-09-01', annualMinor: 900, endOn: '2026-07-20' });
    const open = [{ ...renewal, account: 'Z', closeOn: '2026-07-10' }];
    const desk = recurringDesk({ ...book, closed: [one], open }, { today, periods });
    expect(desk.ahead(1, nothing)).toEqual({ kind: 'too-few', have: 0, need: 10 });
    expect(desk.ahead(1, { ...nothing, ...only('r', { fate: 'lost' }) })).toMatchObject({
      churned: 900,
      end: 0,
    });
  });

  it('names all that stands behind the flows of the period', () => {
    const many = Array.from({ length: 300 }, (_, nth) =>
      won(`N${nth}`, { closedOn: '2026-05-05', annualMinor: 700, endOn: null }),
    );
    const { moves } = recurringDesk({ ...book, closed: many }, { today, periods }).report;
    expect(moves).toHaveLength(300);
  });

  it('says that too few renewals are known where some are due, and none is needed where nothing is', () => {
    const few = closed.filter(({ account }) => account > 'A05');
    const desk = recurringDesk({ ...book, closed: few }, { today, periods });
    expect(desk.ahead(0, nothing)).toMatchObject({ kind: 'expected' });
    expect(desk.ahead(1, nothing)).toEqual({ kind: 'too-few', have: 6, need: 10 });
    expect(desk.report.retention.net).toEqual({ kind: 'too-few', have: 6, need: 10 });
  });

  it('names what stands behind a flow of the period', () => {
    const late = won('C', { closedOn: '2026-05-05', annualMinor: 700, endOn: null });
    const { moves, flows } = recurringDesk({ ...book, closed: [...closed, late] }, { today, periods }).report;
    expect(moves).toEqual([
      { account: 'C', on: '2026-05-05', flow: 'new', minor: 700, deal: late.id, by: 'new' },
    ]);
    expect(flows.new).toBe(700);
  });
});

describe('a book of recurring revenue', () => {
  const made = (deals: readonly Deal[]) => {
    const making = recurringInMaking({
      today,
      convert: (minor, currency) => (currency === 'EUR' ? minor : currency === 'DKK' ? minor / 8 : undefined),
    });
    for (const deal of deals) making.add(deal);
    return making.result();
  };
  const monthly = { recurringMinor: 100, recurringPeriod: 'month', currency: 'EUR' } as const;

  it('counts by the year, at today’s rates, and keeps apart what has no rate or no day', () => {
    const deals = [
      aDeal(1, {
        ...monthly,
        outcome: 'won',
        closedOn: '2026-01-02',
        account: 'Ace',
        contractEndOn: '2027-01-02',
      }),
      aDeal(2, { ...monthly, currency: 'DKK', outcome: 'open', kind: 'renewal', closeOn: '2026-09-01' }),
      aDeal(3, { ...monthly, currency: 'USD', outcome: 'won', closedOn: '2026-01-02' }),
      aDeal(4, { ...monthly, outcome: 'lost' }),
      aDeal(5, { ...monthly, outcome: 'won', closedOn: '2024-01-02', kind: 'other' }),
      aDeal(6, { outcome: 'won', closedOn: '2026-02-02', amountMinor: 5 }),
      aDeal(7, { ...monthly, outcome: 'open', removedAt: '2026-06-01T00:00:00.000Z' }),
    ];
    expect(made(deals)).toMatchObject({
      closed: [
        { id: deals[0]?.key, account: 'Ace', kind: 'new', annualMinor: 1200, endOn: '2027-01-02' },
        { id: deals[4]?.key, account: deals[4]?.key, kind: 'new', annualMinor: 1200, endOn: null },
      ],
      open: [{ id: deals[1]?.key, kind: 'renewal', annualMinor: 150, closeOn: '2026-09-01' }],
      winsOfYear: 3,
      noRate: 1,
      undated: 1,
    });
  });

  it('is none where no deal brings any', () => {
    expect(made([aDeal(1, { outcome: 'won', closedOn: '2026-01-02', amountMinor: 5 })])).toBeUndefined();
  });
});
