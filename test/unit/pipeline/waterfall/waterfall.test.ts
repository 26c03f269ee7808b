import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../../lib/calendar/day-number';
import type { LifeState } from '../../../../lib/pipeline/life/deal-life';
import { lifeOf } from '../../../../lib/pipeline/life/life-of';
import type { DealPair, PastState, PipelineView } from '../../../../lib/pipeline/waterfall/deal-pair';
import { isInPipeline } from '../../../../lib/pipeline/waterfall/is-in-pipeline';
import { reasonOf } from '../../../../lib/pipeline/waterfall/reason-of';
import { waterfall } from '../../../../lib/pipeline/waterfall/waterfall';
import { hours, instantAt, life, readLife, someDay } from '../../deal/arbitrary-life';

const state: fc.Arbitrary<PastState> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      outcome: fc.constantFrom('open', 'open', 'open', 'won', 'lost', undefined),
      minor: fc.oneof(fc.integer({ min: -1000, max: 1_000_000 }), fc.constantFrom(0, 10 ** 14)),
      unit: fc.constantFrom('EUR', 'DKK', '$'),
      owner: fc.constantFrom('Ada', 'Bo', undefined),
      closeDay: fc.constantFrom(80, 100, 150, 189, 190, 250, undefined),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<PastState>('absent', 'unknown') },
);
const pairs = fc
  .array(fc.record({ before: state, after: state }), { maxLength: 60 })
  .map((all) => all.map((pair, nth): DealPair => ({ key: String(nth), ...pair })));
const view: fc.Arbitrary<PipelineView> = fc.record({
  members: fc.constantFrom(undefined, new Set(['Ada']), new Set(['Ada', 'Bo'])),
  period: fc.constantFrom(undefined, { start: 100, end: 190 }),
});

/** Sums of the pipeline on one day, unit by unit, without any reason. */
function sums(all: readonly DealPair[], side: 'before' | 'after', of: PipelineView): Map<string, number> {
  const found = new Map<string, number>();
  for (const pair of all) {
    const one = pair[side];
    if (isInPipeline(one, of)) found.set(one.unit, (found.get(one.unit) ?? 0) + one.minor);
  }
  return found;
}

function expectReconciled(all: readonly DealPair[], of: PipelineView): void {
  const falls = waterfall(all, of);
  const [opening, closing] = [sums(all, 'before', of), sums(all, 'after', of)];
  expect(new Set(falls.map(({ unit }) => unit))).toEqual(new Set([...opening.keys(), ...closing.keys()]));
  for (const fall of falls) {
    expect(fall.tooLarge).toBe(0);
    expect(fall.opening.minor).toBe(opening.get(fall.unit) ?? 0);
    expect(fall.closing.minor).toBe(closing.get(fall.unit) ?? 0);
    const changed = fall.bars.reduce((sum, { minor }) => sum + minor, 0);
    expect(fall.opening.minor + changed).toBe(fall.closing.minor);
    for (const { minor, deals } of fall.bars)
      expect(deals.reduce((sum, deal) => sum + deal.afterMinor - deal.beforeMinor, 0)).toBe(minor);
    const keys = fall.bars.flatMap(({ deals }) => deals.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  }
}

describe('the waterfall', () => {
  it('reconciles to the minor unit in every currency, with one reason a deal, whatever the two days show', () => {
    fc.assert(fc.property(pairs, view, expectReconciled), { numRuns: 1000 });
  });

  it('reconciles over random histories, read at any time, between any two days', () => {
    const history = fc.tuple(life, fc.array(hours, { minLength: 1, maxLength: 6 }));
    fc.assert(
      fc.property(
        fc.array(history, { maxLength: 12 }),
        fc.tuple(someDay, someDay),
        view,
        (lives, days, of) => {
          const [from, to] = days.toSorted().map((day) => dayNumber(day) ?? 0);
          const all = lives.map(([invented, reads], nth): DealPair => {
            const { deal, changes } = readLife(invented, reads.map(instantAt));
            const { stateAt } = lifeOf({ ...deal, createdOn: '2026-03-04' }, changes, '2026-04-30');
            return { key: String(nth), before: inUnit(stateAt(from ?? 0)), after: inUnit(stateAt(to ?? 0)) };
          });
          const period = of.period && {
            start: dayNumber('2026-04-01') ?? 0,
            end: dayNumber('2026-07-01') ?? 0,
          };
          expectReconciled(all, { ...of, period });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('turned round in time takes back every bar', () => {
    fc.assert(
      fc.property(pairs, view, (all, of) => {
        const back = all.map(({ key, before, after }) => ({ key, before: after, after: before }));
        const net = (falls: ReturnType<typeof waterfall>) =>
          new Map(falls.map(({ unit, opening, closing }) => [unit, closing.minor - opening.minor]));
        const [there, again] = [net(waterfall(all, of)), net(waterfall(back, of))];
        for (const [unit, minor] of there) expect(Math.abs(minor + (again.get(unit) ?? 0))).toBe(0);
      }),
    );
  });

  it('gives a reason to exactly the deals that cross the edge of the pipeline', () => {
    fc.assert(
      fc.property(pairs, view, (all, of) => {
        for (const pair of all)
          expect(reasonOf(pair, of) !== undefined).toBe(
            isInPipeline(pair.before, of) !== isInPipeline(pair.after, of),
          );
      }),
    );
  });

  it('does not depend on the order of deals', () => {
    fc.assert(
      fc.property(pairs, view, (all, of) => {
        expect(waterfall(all.toReversed(), of)).toEqual(waterfall(all, of));
      }),
    );
  });

  it('leaves out what would make a sum inexact, and says so', () => {
    const huge = Number.MAX_SAFE_INTEGER - 1;
    const deal = (key: string, minor: number): DealPair => ({
      key,
      before: 'absent',
      after: { outcome: 'open', minor, unit: 'EUR', owner: 'Ada', closeDay: 150 },
    });
    const [fall] = waterfall([deal('1', huge), deal('2', 100)], { members: undefined, period: undefined });
    expect(fall).toMatchObject({ tooLarge: 1, closing: { minor: huge, n: 1 }, bars: [{ minor: huge }] });
  });
});

function inUnit(past: LifeState | 'absent' | 'unknown'): PastState {
  if (typeof past === 'string') return past;
  const { outcome, amountMinor = 0, unit, owner, closeDay } = past;
  return { outcome, minor: amountMinor, unit: unit.currency ?? `~${unit.symbol ?? ''}\nt`, owner, closeDay };
}
