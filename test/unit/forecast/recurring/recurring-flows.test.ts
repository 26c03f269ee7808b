import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualMinor } from '../../../../lib/forecast/recurring/annual-minor';
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
const flowsOf = (deals: readonly RecurringDeal[]) =>
  recurringFlows(recurringMoves(deals, '2027-01-01'), YEAR);

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

  it('a renewal that comes after the end is unmatched and not new, and the account was not lost', () => {
    const deals = [
      deal('A', {}),
      deal('A', { kind: 'renewal', closedOn: '2026-02-01', annualMinor: 1300, endOn: '2027-02-01' }),
    ];
    expect(flowsOf(deals)).toMatchObject({
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
    const known = recurringMoves(
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

it('whatever happens, start and flows give the end, two halves give the whole, and nothing is below zero', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((days) => Temporal.PlainDate.from('2025-06-01').add({ days }).toString());
  const some = fc.record({
    account: fc.constantFrom('A', 'B', 'C'),
    kind: fc.constantFrom('new' as const, 'expansion' as const, 'renewal' as const),
    outcome: fc.constantFrom('won' as const, 'lost' as const),
    closedOn: day,
    annualMinor: fc.integer({ min: 0, max: 5000 }),
    endOn: fc.option(day, { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 25 }), (facts) => {
      const moves = recurringMoves(
        facts.map((one, at) => ({ id: `R${at}`, ...one })),
        '2027-06-01',
      );
      const whole = recurringFlows(moves, YEAR);
      const first = recurringFlows(moves, { start: '2026-01-01', end: '2026-07-01' });
      const second = recurringFlows(moves, { start: '2026-07-01', end: '2027-01-01' });
      expect(second.start).toBe(first.end);
      expect(second.end).toBe(whole.end);
      expect(first.churned + second.churned).toBe(whole.churned);
      for (const { start, end, churned, contraction } of [whole, first, second])
        expect(Math.min(start, end, churned, contraction)).toBeGreaterThanOrEqual(0);
    }),
  );
});
