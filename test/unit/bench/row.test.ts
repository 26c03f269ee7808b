import { describe, expect, test } from 'vitest';
import { failedRow, judge, sizeRow, timeRow } from '../../bench/row';
import { inTurns } from '../../bench/statistics';

/** Nine pairs around the given times, each as noisy as the last. */
const around = (ms: number): readonly number[] =>
  [1, 1.1, 0.9, 1.3, 1, 2, 1, 0.95, 1.05].map((of) => of * ms);

describe('a time', () => {
  test('is judged by its ratio alone: the milliseconds are information', () => {
    const row = timeRow('popup', { ours: around(4000), baseline: around(4000), budget: 1.3 });
    expect(row).toEqual({
      name: 'popup',
      value: 4000,
      unit: 'ms',
      baseline: 4000,
      ratio: 1,
      budget: 1.3,
      ok: true,
    });
  });

  test('that grows with the store is not ok', () => {
    expect(timeRow('growth', { ours: around(140), baseline: around(100), budget: 1.3 }).ok).toBe(false);
    expect(timeRow('growth', { ours: around(120), baseline: around(100), budget: 1.3 }).ok).toBe(true);
  });

  test('without a budget is information', () => {
    expect(timeRow('info', { ours: around(9000), baseline: around(1), budget: null }).ok).toBe(true);
  });

  test('of a variant that is made slow on purpose is found out', async () => {
    // Both are measured for real, in turns, as every time is: one works four times as much.
    const work = (times: number) => async () => {
      const start = performance.now();
      for (let at = 0; at < times; at += 1) await new Promise((resolve) => setTimeout(resolve, 4));
      return performance.now() - start;
    };
    const times = await inTurns({ slow: work(4), plain: work(1) }, 5);
    expect(timeRow('slow', { ours: times.slow, baseline: times.plain, budget: 2 }).ok).toBe(false);
  });
});

describe('a size or a count', () => {
  test.each([
    [29.9, true],
    [30, true],
    [30.1, false],
    [null, false],
  ])('of %d against 30 is ok: %s', (value, ok) => {
    expect(sizeRow('heap', { value, unit: 'MB', budget: 30 }).ok).toBe(ok);
  });

  test('is judged by itself, however small it is beside the plain way', () => {
    const row = sizeRow('records', { value: 1300, unit: 'records', budget: 1250, baseline: 100_000 });
    expect(row).toMatchObject({ ratio: 0.013, ok: false });
  });
});

test('what could not be measured is not ok', () => {
  const row = { name: 'reading', value: null, unit: 'ms', baseline: null, ratio: null, budget: 0.05 };
  expect(judge(row).ok).toBe(false);
  expect(failedRow('popup').ok).toBe(false);
});
