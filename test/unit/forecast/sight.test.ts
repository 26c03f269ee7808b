import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../lib/forecast/basis-of';
import { LOST, OPEN } from '../../../lib/forecast/book';
import { forecastBook } from '../../../lib/forecast/forecast-book';
import { makeBook } from '../../../lib/forecast/make-book';
import { sightEffect } from '../../../lib/forecast/sight-effect';
import { TUNING } from '../../../lib/forecast/tuning';
import { deal, request } from './make-request';

describe('a partial sight', () => {
  const expected = { open: 100, stale: 0, all: 100 };

  it('by hand: a fifth that was not read is a spread of a fifth; half of it stale adds a quarter', () => {
    const { unread, variance } = sightEffect({ read: 80, total: 100 }, expected, TUNING.sight);
    expect(unread).toBeCloseTo(0.25, 12);
    expect(Math.sqrt(variance)).toBeCloseTo(0.2, 12);
    const stale = sightEffect({ read: 100, total: 100 }, { ...expected, stale: 50 }, TUNING.sight);
    expect(Math.sqrt(stale.variance)).toBeCloseTo(0.25, 12);
  });

  it('by hand: where nobody states a total, half of a forecast from open deals is a spread of a tenth', () => {
    const { unread, variance } = sightEffect(
      { read: 5, total: null },
      { open: 50, stale: 0, all: 100 },
      TUNING.sight,
    );
    expect(unread).toBe(0);
    expect(Math.sqrt(variance)).toBeCloseTo(0.1, 12);
  });

  it('adds nothing where all was read, and where nothing is expected', () => {
    for (const sight of [{ read: 100, total: 100 }, undefined])
      expect(sightEffect(sight, expected, TUNING.sight)).toEqual({ unread: 0, variance: 0 });
    expect(sightEffect({ read: 0, total: 9 }, { open: 0, stale: 0, all: 0 }, TUNING.sight).variance).toBe(0);
  });

  const closed = Array.from({ length: 60 }, (_, at) =>
    deal(`C${at}`, {
      createdAt: `2026-0${1 + (at % 2)}-05`,
      status: at % 2 === 0 ? 'won' : 'lost',
      closedAt: `2026-03-${String((at % 28) + 1).padStart(2, '0')}`,
      closedAmount: 1000,
    }),
  );
  const open = Array.from({ length: 40 }, (_, at) => deal(`O${at}`, { createdAt: '2026-03-20' }));
  const askedOf = (deals: typeof open, sight?: { read: number; total: number | null }) => {
    const book = makeBook(request([...closed, ...deals]));
    const periods = [{ id: 'near', start: book.asOf, end: book.asOf + 30, target: null }];
    return forecastBook(book, { periods, ...(sight === undefined ? {} : { sight }) }).forecasts[0];
  };
  const width = (one: ReturnType<typeof askedOf>): number => (one?.p90 ?? 0) - (one?.p10 ?? 0);

  it('expects more, and less surely, of a scope of which half was read', () => {
    const whole = askedOf(open);
    const half = askedOf(open, { read: 40, total: 80 });
    expect(half?.mean).toBeGreaterThan((whole?.mean ?? 0) * 1.2);
    expect(width(half) / (half?.p50 ?? 1)).toBeGreaterThan(width(whole) / (whole?.p50 ?? 1));
    expect(half?.remarks).toContain('40 of 80 open deals were read: the others are taken to be like them');
  });

  it('expects as much, and less surely, where nobody states how many open deals there are', () => {
    const [whole, unknown] = [askedOf(open), askedOf(open, { read: 40, total: null })];
    expect((unknown?.p50 ?? 0) / (whole?.p50 ?? 1)).toBeCloseTo(1, 1);
    expect(width(unknown)).toBeGreaterThan(1.02 * width(whole));
    expect(unknown?.remarks).toContain(
      '40 open deals were read, and nobody states how many there are: the range is wider',
    );
    expect(whole?.remarks).toBeUndefined();
  });

  it('is less sure of deals that were not seen for weeks', () => {
    const seen = askedOf(open.map((one) => ({ ...one, lastSeenAt: '2026-04-09' })));
    const stale = askedOf(open.map((one) => ({ ...one, lastSeenAt: '2026-03-24' })));
    expect(width(stale) / (stale?.p50 ?? 1)).toBeGreaterThan(width(seen) / (seen?.p50 ?? 1));
  });
});

describe('what a forecast stands on', () => {
  const outcomes = (closed: number, open: number): Uint8Array =>
    Uint8Array.from({ length: closed + open }, (_, at) => (at < closed ? LOST : OPEN));

  it('is measured from ten closed deals on; else it says what is missing and what cures it', () => {
    expect(basisOf({ outcome: outcomes(10, 3), oddities: {} })).toEqual({ kind: 'measured', closed: 10 });
    expect(basisOf({ outcome: outcomes(9, 3), oddities: {} })).toEqual({
      kind: 'too-few',
      reason: 'few-closed-deals',
      have: 9,
      need: 10,
      cure: 'read-closed-deals',
    });
    expect(basisOf({ outcome: outcomes(0, 3), oddities: {} })).toMatchObject({ reason: 'no-closed-deals' });
    expect(basisOf({ outcome: outcomes(0, 0), oddities: {} })).toMatchObject({ cure: 'read-deals' });
    expect(
      basisOf({ outcome: outcomes(2, 3), oddities: { 'closed without a date: left out': 8 } }),
    ).toMatchObject({ cure: 'closing-dates', have: 2 });
  });
});
