import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dayText } from '../../../lib/calendar/day-text';
import { answerLine } from '../../../lib/forecast/answer-line';
import { forecast } from '../../../lib/forecast/forecast';
import { deal, request } from './make-request';

vi.mock('../../../lib/forecast/forecast', { spy: true });

const lineOf = (facts: object): string => JSON.stringify({ v: 1, ...request([deal('A')]), ...facts });
const answered = (line: string) => JSON.parse(answerLine(line, () => 0));

describe('a fault of the core', () => {
  it('is the answer to its line, and the next line is answered', () => {
    vi.mocked(forecast).mockImplementationOnce(() => {
      throw new RangeError('Invalid typed array length');
    });
    expect(answered(lineOf({ id: 'broken' }))).toEqual({
      id: 'broken',
      error: 'a fault of the forecast: RangeError: Invalid typed array length',
    });
    expect(answered(lineOf({ id: 'sound' }))).toMatchObject({
      id: 'sound',
      forecasts: [{ period: 'April' }],
    });
  });
});

/** A broken line: nulls, negative and enormous amounts, days out of order, ids twice, names that objects have. */
function brokenLines(): fc.Arbitrary<string> {
  const near = fc.integer({ min: 0, max: 500 }).map((at) => dayText(20_100 + at));
  const far = fc.constantFrom('0001-01-01', '1969-12-31', '2024-02-29', '2034-01-01', '9999-12-31');
  const day = fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: far });
  const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
  const amount = fc.constantFrom(null, 0, -5, 1, 1000, 7000, 1e12, 1e15, -1e15, 0.01, 5e-324);
  const stage = maybe(fc.constantFrom('Open', 'Second', 'unknown', '__proto__', 'constructor'));
  const one = fc.record({
    createdAt: day,
    stage,
    stageSince: maybe(day),
    status: fc.constantFrom('open', 'won', 'lost'),
    amount,
    closedAt: maybe(day),
    closedAmount: amount,
    expectedCloseDate: maybe(day),
    lastSeenAt: maybe(day),
    product: maybe(fc.constantFrom('p', 'toString')),
    history: fc.array(
      fc.record({
        at: day,
        field: fc.constantFrom('stage', 'owner', 'amount', 'expectedCloseDate', '__proto__'),
        from: fc.oneof(stage, fc.constantFrom(3, {}, [])),
        to: fc.oneof(stage, day, fc.constantFrom(5, true)),
      }),
      { maxLength: 3 },
    ),
  });
  const period = fc.tuple(day, day, amount).map(([a, b, target]) => {
    const [start = a, end = b] = [a, b].toSorted();
    return { id: '__proto__', start, end, target };
  });
  return fc
    .record({
      asOf: fc.oneof({ weight: 6, arbitrary: fc.constant('2026-04-11') }, { weight: 1, arbitrary: day }),
      dataStart: maybe(day),
      stages: fc.constantFrom(
        [],
        [
          { id: 'Open', order: null, probability: null },
          { id: '__proto__', order: -1e15, probability: 1 },
        ],
      ),
      periods: fc.array(period, { maxLength: 1 }).map((few) => [...few, ...request([]).periods]),
      deals: fc.tuple(fc.array(one, { maxLength: 40 }), fc.integer({ min: 0, max: 60 })).map(
        // Now and then two deals have one id.
        ([all, twice]) => all.map((facts, at) => ({ id: `D${at === twice ? 0 : at}`, ...facts })),
      ),
    })
    .map((facts) => JSON.stringify({ v: 1, id: 1, ...facts }));
}

/** Every number of an answer, with where it stands; what is no number in JSON is null. */
function valuesIn(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, own]) => valuesIn(own, `${path}.${name}`));
}

describe('broken input', () => {
  it('has no amount so near to nothing that a ratio of it is no number', () => {
    const won = Array.from({ length: 12 }, (_, at) =>
      deal(`W${at}`, { status: 'won', closedAt: '2026-03-10', amount: 5e-324, closedAmount: 1e15 }),
    );
    const { forecasts } = answered(lineOf({ deals: [...won, deal('A', { amount: 5e-324 })] }));
    for (const [path, value] of valuesIn(forecasts))
      if (!path.endsWith('.period')) expect(value, path).toBeTypeOf('number');
  });

  it('is an error in words or an answer in numbers, never NaN and never a crash', () => {
    let [answers, errors] = [0, 0];
    fc.assert(
      fc.property(brokenLines(), (line) => {
        const answer = answered(line);
        if (answer.error !== undefined) {
          errors += 1;
          expect(answer).toEqual({ id: 1, error: expect.stringMatching(/^(?:deals|periods)/) });
          return;
        }
        answers += 1;
        for (const { p10, p50, p90 } of answer.forecasts) expect(p10 <= p50 && p50 <= p90).toBe(true);
        for (const [path, own] of valuesIn({ of: answer.forecasts, deals: answer.perDeal })) {
          if (/\.(?:id|period|\d+)$/.test(path) || (own === null && path.endsWith('.pHit'))) continue;
          expect(own, path).toBeTypeOf('number');
          expect(own, path).toBeGreaterThanOrEqual(0);
          if (/pHit|pWin/.test(path)) expect(own, path).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 120, seed: 4 },
    );
    expect(answers).toBeGreaterThan(60);
    expect(errors).toBeGreaterThan(5);
  });
});
