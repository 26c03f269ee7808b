import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { rate } from '../../../lib/handoff/rate';
import { change, pass } from '../../values/handoff/requests';
import { ask, deal } from './ask';

const DAY = 86_400_000;
const ASOF = Date.parse('2026-03-31T00:00:00Z');
const iso = (instant: number): string => new Date(instant).toISOString();

interface Life {
  /** Days before `asOf`. */
  readonly age: number;
  readonly ends: 'accepted' | 'lost' | 'never';
  readonly after: number;
}

function requestOf(lives: readonly Life[]): { deals: object[]; changes: object[] } {
  const changes = lives.flatMap(({ age, ends, after }, at) => {
    const id = `P${at}`;
    const passed = ASOF - age * DAY;
    const own = [pass(id, iso(passed))];
    if (ends === 'never' || after > age) return own;
    const end = iso(passed + after * DAY);
    own.push(
      ends === 'accepted'
        ? change(id, 'stage', ['New', 'Qualified', end])
        : change(id, 'outcome', ['open', 'lost', end]),
    );
    return own;
  });
  return {
    changes,
    deals: lives.map((_, at) => deal({ id: `P${at}`, createdAt: '2025-06-01T00:00:00Z', stage: null })),
  };
}

const life = fc.record({
  age: fc.integer({ min: 1, max: 80 }),
  ends: fc.constantFrom('accepted', 'lost', 'never' as const),
  after: fc.integer({ min: 1, max: 29 }),
}) as fc.Arbitrary<Life>;

describe('handoff quality', () => {
  it('shows staggered cohorts of equal true acceptance as equal within their intervals, however young', () => {
    // Accepted with chance 0.7 within days, returned within weeks: counting heads, a week-old cohort looks perfect.
    let inside = 0;
    let [adjusted, counted] = [0, 0];
    const rounds = 60;
    for (let seed = 1; seed <= rounds; seed += 1) {
      const random = xoroshiro128plus(seed);
      const unit = (): number => (random.next() >>> 0) / 2 ** 32;
      const cohort = (least: number, most: number): readonly Life[] =>
        Array.from({ length: 60 }, () => {
          const accepted = unit() < 0.7;
          const age = least + unit() * (most - least);
          return {
            age,
            ends: accepted ? 'accepted' : 'lost',
            after: accepted ? 0.5 + unit() * 5 : 6 + unit() * 20,
          };
        });
      const { cohorts } = ask(requestOf([...cohort(60, 85), ...cohort(35, 55), ...cohort(3, 20)]));
      const youngest = cohorts.at(-1);
      expect(youngest).toMatchObject({ month: '2026-03', maturing: true });
      const { low, high, value, raw } = youngest.measures.acceptanceRate;
      if (low <= 0.7 && high >= 0.7) inside += 1;
      adjusted += value / rounds;
      counted += raw / rounds;
    }
    expect(counted).toBeGreaterThan(0.8);
    expect(Math.abs(adjusted - 0.7)).toBeLessThan(0.03);
    expect(inside / rounds).toBeGreaterThan(0.7);
  });

  it('never lowers the decided rate for a pass that is still undecided', () => {
    fc.assert(
      fc.property(
        fc.array(life, { minLength: 3, maxLength: 30 }),
        fc.integer({ min: 1, max: 29 }),
        (lives, age) => {
          const before = ask(requestOf(lives)).measures;
          const { measures } = ask(requestOf([...lives, { age, ends: 'never', after: 0 }]));
          expect(measures.undecided).toBe(before.undecided + 1);
          expect(measures.acceptanceRate.raw).toBe(before.acceptanceRate.raw);
          expect(measures.acceptanceRate.n).toBe(before.acceptanceRate.n);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same answer in whatever order changes, deals and people come', () => {
    const lives: readonly Life[] = Array.from({ length: 12 }, (_, at) => ({
      age: 5 + at * 5,
      ends: at % 3 === 0 ? 'lost' : 'accepted',
      after: 1 + (at % 7),
    }));
    const { deals, changes } = requestOf(lives);
    const all = [
      ...changes,
      change('P3', 'owner', ['ben', 'ana', iso(ASOF - 10 * DAY)]),
      pass('P3', iso(ASOF - 10 * DAY)),
    ];
    const expected = ask({ deals, changes: all });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(deals, { minLength: deals.length }),
        (mixed, others) => {
          expect(ask({ deals: others, changes: [...mixed, mixed[0] ?? {}] })).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('counts a pass back and forth between two people once per pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (times) => {
        const changes = Array.from({ length: times * 2 - 1 }, (_, at) =>
          change(
            'A',
            'owner',
            at % 2 === 0
              ? ['ana', 'ben', iso(ASOF - (60 - at) * DAY)]
              : ['ben', 'ana', iso(ASOF - (60 - at) * DAY)],
          ),
        );
        const { handoffs } = ask({ deals: [deal({ createdAt: '2025-06-01T00:00:00Z' })], changes });
        expect(handoffs.map(({ attempt }: { attempt: number }) => attempt)).toEqual(
          Array.from({ length: times }, (_, at) => at + 1),
        );
        expect(
          handoffs.slice(0, -1).every(({ decision }: { decision: string }) => decision === 'recycled'),
        ).toBe(true);
      }),
    );
  });
});

describe('a shrunk rate', () => {
  it('tends to the raw rate as n grows, and lies between it and its colleagues', () => {
    const others = { sum: 90, n: 100 };
    let last = 1;
    for (const n of [4, 40, 400, 4_000, 40_000]) {
      const one = rate({ sum: n / 4, n }, others);
      if ('kind' in one) throw new Error('too few');
      const distance = one.value - one.raw;
      expect(distance).toBeGreaterThan(0);
      expect(distance).toBeLessThan(last);
      expect(one.low).toBeLessThan(one.value);
      expect(one.high).toBeGreaterThan(one.value);
      last = distance;
    }
    expect(last).toBeLessThan(0.001);
  });

  it('of fewer than three is none', () => {
    expect(rate({ sum: 2, n: 2 }, { sum: 0, n: 0 })).toEqual({ kind: 'too-few', n: 2 });
  });
});
