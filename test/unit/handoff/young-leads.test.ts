import { describe, expect, it } from 'vitest';
import type { LeadFact } from '../../../lib/handoff/leads/lead-book';
import { leadReport } from '../../../lib/handoff/leads/lead-report';

const today = 20_540; // 28 March 2026
const truth = 0.3;

/** Draws that are the same every time (Park and Miller). */
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Thirty leads a month for a year, three in ten of which become deals, soon or late within 90 days. */
function yearOf(draw: () => number): LeadFact[] {
  return Array.from({ length: 360 }, (_, nth) => {
    const created = today - 365 + Math.floor((nth * 365) / 360);
    const at = created + Math.floor(90 * draw() ** 2);
    const converted = draw() < truth && at <= today ? at : undefined;
    const fact = { key: String(nth), created, watched: today, source: null, channel: null };
    return { ...fact, converted, isPartOf: false };
  });
}

describe('young months of leads', () => {
  const draw = draws(7);
  const years = Array.from({ length: 60 }, () => {
    const book = { today, leads: yearOf(draw), deals: [], partly: [] };
    const period = { start: '2026-01-01', end: '2026-04-01' };
    return leadReport(book, { period, lastDay: '2026-03-28' }).months;
  });
  const ofNewest = (nth: number) => years.map((months) => months.at(-1 - nth));

  it.each([0, 1, 2])(
    'the %i before the newest: not worse for being young, within intervals that hold',
    (nth) => {
      const shares = ofNewest(nth).flatMap((month) =>
        month?.conversion !== undefined && !('kind' in month.conversion) ? [month.conversion] : [],
      );
      expect(shares).toHaveLength(60);
      const mean = shares.reduce((sum, { value }) => sum + value, 0) / 60;
      expect(mean).toBeGreaterThan(truth - 0.04);
      expect(mean).toBeLessThan(truth + 0.04);
      // Of 60 that hold in 8 of 10 cases all but one in ten thousand sets have 37 or more.
      expect(shares.filter(({ low, high }) => low <= truth && truth <= high).length).toBeGreaterThan(36);
    },
  );

  it('rest on more leads the older they are, and on none that they do not have', () => {
    for (const months of years)
      for (const { leads, maturing, conversion } of months) {
        expect(conversion.n).toBeLessThanOrEqual(leads);
        if (!maturing) expect(conversion.n).toBe(leads);
      }
    const mean = (nth: number) =>
      ofNewest(nth).reduce((sum, month) => sum + (month?.conversion.n ?? 0), 0) / 60;
    expect(mean(0)).toBeLessThan(mean(1));
    expect(mean(1)).toBeLessThan(mean(2));
  });
});
