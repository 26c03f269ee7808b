import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountHistories } from '../../../../lib/forecast/recurring/account-histories';
import { annualByAccount } from '../../../../lib/forecast/recurring/annual-by-account';
import { annualMinor } from '../../../../lib/forecast/recurring/annual-minor';
import { matchRenewals } from '../../../../lib/forecast/recurring/match-renewals';
import type { OpenRecurring } from '../../../../lib/forecast/recurring/recurring-book';
import type { RecurringDeal } from '../../../../lib/forecast/recurring/recurring-deal';
import { recurringFlows } from '../../../../lib/forecast/recurring/recurring-flows';
import { recurringMoves } from '../../../../lib/forecast/recurring/recurring-moves';

let count = 0;
function deal(account: string, facts: Partial<RecurringDeal>): RecurringDeal {
  count += 1;
  return {
    id: `R${String(count).padStart(3, '0')}`,
    account,
    kind: 'new',
    outcome: 'won',
    closedOn: '2025-01-15',
    annualMinor: 1200,
    endOn: '2026-01-15',
    ...facts,
  };
}

const YEAR = { start: '2026-01-01', end: '2027-01-01' };
const movesOf = (closed: readonly RecurringDeal[], asOf: string) =>
  recurringMoves(accountHistories({ closed, open: [] }, asOf));
const flowsOf = (deals: readonly RecurringDeal[]) => recurringFlows(movesOf(deals, '2027-01-01'), YEAR);

describe('recurring revenue of 2026, by hand', () => {
  it('has all flows in one book: 6,000 at the start, 5,900 at the end', () => {
    const deals = [
      // Renews above: 1,200 go on, 300 are expansion.
      deal('A', {}),
      deal('A', { kind: 'renewal', closedOn: '2026-01-10', annualMinor: 1500, endOn: '2027-01-15' }),
      // Renews below: 900 go on, 300 are contraction.
      deal('B', {}),
      deal('B', { kind: 'renewal', closedOn: '2026-01-14', annualMinor: 900, endOn: '2027-01-15' }),
      // Past its end without a renewal.
      deal('C', {}),
      // A renewal lost before the end.
      deal('D', {}),
      deal('D', { kind: 'renewal', outcome: 'lost', closedOn: '2026-01-05', annualMinor: 1200 }),
      // No end; buys more.
      deal('E', { endOn: null }),
      deal('E', { kind: 'expansion', closedOn: '2026-06-01', annualMinor: 600, endOn: null }),
      // New, and more in the same year: not retention.
      deal('F', { closedOn: '2026-03-01', annualMinor: 1000, endOn: '2027-03-01' }),
      deal('F', { kind: 'expansion', closedOn: '2026-09-01', annualMinor: 700, endOn: '2027-03-01' }),
    ];
    expect(flowsOf(deals)).toEqual({
      start: 6000,
      new: 1000,
      expansion: 300 + 600 + 700,
      contraction: 300,
      churned: 2400,
      renewal: 1200 + 900,
      unmatched: 0,
      end: 5900,
      netRetention: (6000 + 900 - 300 - 2400) / 6000,
      accountsAtStart: 5,
      accountsLost: 2,
      logoChurn: 0.4,
    });
  });

  it('a renewal that comes within the days of grace goes on with the old contract, a later one is unmatched and not new', () => {
    const renewedOn = (closedOn: string) => [
      deal('A', {}),
      deal('A', { kind: 'renewal', closedOn, annualMinor: 1300, endOn: '2027-02-01' }),
    ];
    expect(flowsOf(renewedOn('2026-02-01'))).toMatchObject({
      start: 1200,
      churned: 0,
      renewal: 1200,
      expansion: 100,
      unmatched: 0,
      end: 1300,
      accountsLost: 0,
    });
    expect(flowsOf(renewedOn('2026-06-01'))).toMatchObject({
      start: 1200,
      churned: 1200,
      new: 0,
      unmatched: 1300,
      end: 1300,
      accountsLost: 0,
    });
  });

  it('a renewal whose old term is not on record is no new revenue, and none that was renewed: it stands apart', () => {
    const deals = [
      deal('A', { kind: 'renewal', closedOn: '2026-02-01', annualMinor: 1000, endOn: '2027-02-01' }),
      deal('A', { kind: 'expansion', closedOn: '2026-05-01', annualMinor: 200, endOn: '2027-02-01' }),
    ];
    expect(flowsOf(deals)).toMatchObject({
      start: 0,
      new: 0,
      renewal: 0,
      unmatched: 1000,
      expansion: 200,
      end: 1200,
    });
  });

  it('a renewal takes the place of what ends first', () => {
    const deals = [
      deal('A', { endOn: '2026-06-01', annualMinor: 500 }),
      deal('A', { kind: 'expansion', closedOn: '2025-03-01', endOn: '2026-09-01', annualMinor: 800 }),
      deal('A', { kind: 'renewal', closedOn: '2026-05-20', endOn: '2027-06-01', annualMinor: 500 }),
    ];
    expect(flowsOf(deals)).toMatchObject({
      start: 1300,
      renewal: 500,
      churned: 800,
      end: 500,
      contraction: 0,
    });
  });

  it('nothing is an answer: no retention of nothing', () => {
    expect(flowsOf([])).toMatchObject({ start: 0, end: 0, netRetention: null, logoChurn: null });
    expect(flowsOf([deal('A', { kind: 'renewal', outcome: 'lost' })])).toMatchObject({ start: 0, end: 0 });
  });

  it('nothing of the day asked for or later counts', () => {
    const known = movesOf(
      [deal('A', {}), deal('A', { kind: 'renewal', closedOn: '2026-01-10' })],
      '2026-01-10',
    );
    expect(known.map(({ flow }) => flow)).toEqual(['new']);
  });

  it('prices are counted by the year', () => {
    expect([annualMinor(100, 'month'), annualMinor(100, 'quarter'), annualMinor(100, 'year')]).toEqual([
      1200, 400, 100,
    ]);
  });
});

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => Temporal.PlainDate.from('2025-06-01').add({ days }).toString());
const some = fc.record({
  account: fc.constantFrom('A', 'B', 'C'),
  kind: fc.constantFrom('new' as const, 'expansion' as const, 'renewal' as const, 'renewal' as const),
  outcome: fc.constantFrom('won' as const, 'won' as const, 'lost' as const),
  closedOn: day,
  annualMinor: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(1000, 2000)),
  // Few ends, so that many contracts end together.
  endOn: fc.option(fc.oneof(day, fc.constantFrom('2026-03-31', '2026-12-31')), { nil: null }),
  product: fc.constantFrom(undefined, 'P', 'Q'),
  name: fc.constantFrom(undefined, 'Ace support', 'Ace licences'),
});
const toCome = some.map(({ account, kind, annualMinor, closedOn, product, name }) => ({
  account,
  kind,
  annualMinor,
  closeOn: closedOn < '2026-01-01' ? null : closedOn,
  product,
  name,
}));
const named = <Deal>(deals: readonly Deal[], letter: string) =>
  deals.map((one, at) => ({ id: `${letter}${String(at).padStart(2, '0')}`, ...one }));

it('whatever happens, start and flows give the end, two halves give the whole, and nothing is below zero', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 25 }), (facts) => {
      const moves = movesOf(named(facts, 'R'), '2027-06-01');
      const whole = recurringFlows(moves, YEAR);
      const first = recurringFlows(moves, { start: '2026-01-01', end: '2026-07-01' });
      const second = recurringFlows(moves, { start: '2026-07-01', end: '2027-01-01' });
      expect(second.start).toBe(first.end);
      expect(second.end).toBe(whole.end);
      expect(first.churned + second.churned).toBe(whole.churned);
      for (const flows of [whole, first, second]) {
        const { start, end, churned, contraction } = flows;
        expect(start + flows.new + flows.expansion + flows.unmatched - contraction - churned).toBe(end);
        expect(Math.min(start, end, churned, contraction)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

const isKnown = ({ outcome, closedOn, endOn }: RecurringDeal): boolean =>
  outcome === 'lost' || endOn === null || endOn > closedOn;

it('each contract and each renewal is in one place at most, and never several are in the place of several', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 25 }), fc.array(toCome, { maxLength: 6 }), (facts, ahead) => {
      const deals = named(facts, 'R').filter((one) => one.account === 'A' && isKnown(one));
      const contracts = deals.filter(({ outcome }) => outcome === 'won');
      const renewals = [...deals, ...named(ahead, 'O')].filter(({ kind }) => kind === 'renewal');
      const { groups } = matchRenewals(contracts, renewals, '2027-06-01');
      const [olds, news] = [groups.flatMap((one) => one.contracts), groups.flatMap((one) => one.renewals)];
      expect(olds.map(({ deal: { id } }) => id).sort()).toEqual(contracts.map(({ id }) => id).sort());
      expect(new Set(news.map(({ deal }) => deal.id)).size).toBe(news.length);
      for (const group of groups) {
        expect(Math.min(group.contracts.length, group.renewals.length)).toBeLessThanOrEqual(1);
        expect(new Set(group.contracts.map(({ deal: { endOn } }) => endOn)).size).toBe(1);
        for (const { from, window } of group.contracts)
          for (const { closes } of group.renewals) {
            expect(closes).toBeGreaterThan(from);
            if (window !== undefined) expect(closes).toBeLessThanOrEqual(window.until);
          }
      }
    }),
  );
});

it('the sum of the contracts in force is the recurring revenue of every day', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 16 }), fc.array(day, { maxLength: 8 }), (facts, days) => {
      const deals = named(facts, 'R').filter((one) => one.account === 'A');
      const contracts = deals.filter((one) => one.outcome === 'won' && isKnown(one));
      const renewals = deals.filter((one) => one.kind === 'renewal' && isKnown(one));
      const { groups } = matchRenewals(contracts, renewals, '2027-06-01');
      const inForce = (on: string): number =>
        groups.reduce((sum, { contracts: own, renewals: by }) => {
          const all = own
            .filter(({ deal: { closedOn } }) => closedOn < on)
            .map(({ deal }) => deal.annualMinor);
          const closed = by.flatMap(({ deal }) =>
            'closedOn' in deal && deal.closedOn < on ? [deal.annualMinor] : [],
          );
          const isWon = by.some(({ outcome }) => outcome === 'won');
          const endOn = own[0]?.deal.endOn ?? null;
          const isOver = isWon
            ? closed.length === by.length
            : closed.length > 0 || (endOn !== null && endOn < on);
          const before = all.reduce((whole, one) => whole + one, 0);
          const replaced = isWon ? closed.reduce((whole, one) => whole + one, 0) : 0;
          return sum + (isOver ? 0 : Math.max(0, before - replaced));
        }, 0);
      const moves = movesOf(deals, '2027-06-01');
      for (const on of days) expect(annualByAccount(moves, on).get('A') ?? 0).toBe(inForce(on));
    }),
  );
});

it('the order in which deals come changes nothing', () => {
  const both = fc
    .tuple(fc.array(some, { maxLength: 20 }), fc.array(toCome, { maxLength: 6 }))
    .chain(([facts, ahead]) => {
      const [closed, open] = [named(facts, 'R'), named(ahead, 'O')];
      return fc.record({
        closed: fc.constant(closed),
        open: fc.constant(open),
        mixed: fc.shuffledSubarray(closed, { minLength: closed.length }),
        mixedOpen: fc.shuffledSubarray(open, { minLength: open.length }),
      });
    });
  const told = (closed: readonly RecurringDeal[], open: readonly OpenRecurring[]) => {
    const histories = accountHistories({ closed, open }, '2026-12-15');
    const sorted = (what: readonly unknown[]) => what.map((one) => JSON.stringify(one)).sort();
    return {
      moves: recurringMoves(histories),
      coming: sorted(histories.flatMap(({ coming }) => coming)),
      fates: sorted(histories.flatMap(({ fates }) => fates)),
      unsure: histories.filter(({ isUnsure }) => isUnsure).length,
    };
  };
  fc.assert(
    fc.property(both, ({ closed, open, mixed, mixedOpen }) => {
      expect(told(mixed, mixedOpen)).toEqual(told(closed, open));
    }),
  );
});
