import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrencyRate } from '../../../lib/deal/settings';
import { canSignMean } from '../../../lib/money/can-sign-mean';
import { convertMinor } from '../../../lib/money/convert-minor';
import { minorRate } from '../../../lib/money/minor-rate';
import { scaleMinor } from '../../../lib/money/scale-minor';
import type { Rate } from '../../../lib/money/rate';
import { currencyExponent } from '../../../lib/money/currency-exponent';
import { parseRate } from '../../../lib/money/parse-rate';
import { rateOn } from '../../../lib/money/rate-on';
import { signCurrencies } from '../../../lib/money/sign-currencies';

const currency = fc.constantFrom('EUR', 'DKK', 'JPY', 'KWD', 'CLF');
const rate = fc
  .tuple(fc.nat(9999), fc.nat(9999))
  .map(([whole, rest]) => `${whole}.${String(rest).padStart(4, '0')}`);
const positiveRate = rate.filter((text) => Number(text) > 0);
const amount = fc.integer({ min: -(10 ** 10), max: 10 ** 10 });

/** An amount put into another currency, at the rate between the two's units. */
function convert(minor: number, { from, to, rate: at }: { from: string; to: string; rate: string | Rate }) {
  const between = minorRate(at, { from, to });
  return between && convertMinor(minor, between);
}

describe('scaleMinor', () => {
  it('is the same in floats as in whole numbers of any size', () => {
    const large = fc.oneof(fc.nat(1000), fc.nat(10 ** 9), fc.maxSafeNat());
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        large,
        large.filter((each) => each > 0),
        (minor, over, under) => {
          const size = BigInt(Math.abs(minor));
          const exact = Number((2n * size * BigInt(over) + BigInt(under)) / (2n * BigInt(under)));
          const scaled = scaleMinor(minor, { over, under });
          expect(Math.abs(scaled)).toBe(exact);
          expect(scaleMinor(minor, { over: BigInt(over), under: BigInt(under) })).toBe(scaled);
          expect(Object.is(scaled, -0)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('convertMinor', () => {
  it.each([
    [10000, 'EUR', 'DKK', '7.4605', 74605],
    [10000, 'EUR', 'JPY', '162.35', 16235],
    [16235, 'JPY', 'EUR', '0.0061', 9903],
    [1005, 'KWD', 'JPY', '490', 492],
    [1000, 'JPY', 'KWD', '0.002', 2000],
    [1, 'DKK', 'EUR', '0.5', 1],
    [-1, 'DKK', 'EUR', '0.5', -1],
    [1, 'DKK', 'EUR', '0.4999', 0],
    [-1, 'DKK', 'EUR', '0.4', 0],
    [0, 'DKK', 'EUR', '0.13', 0],
  ])('puts %i minor units of %s into %s at %s', (minor, from, to, at, expected) => {
    expect(convert(minor, { from, to, rate: at })).toBe(expected);
  });

  it.each(['0', '0.000', '-1', '', '1e3', 'abc', '1,5', '.5', '+1'])('has no number at the rate %j', (at) => {
    expect(convert(100, { from: 'EUR', to: 'DKK', rate: at })).toBeUndefined();
  });

  it('has no number beyond the safe integers, on either side', () => {
    expect(convert(Number.MAX_SAFE_INTEGER, { from: 'EUR', to: 'DKK', rate: '7.46' })).toBeUndefined();
    expect(convert(0.5, { from: 'EUR', to: 'DKK', rate: '1' })).toBeUndefined();
    expect(convert(Number.NaN, { from: 'EUR', to: 'DKK', rate: '1' })).toBeUndefined();
  });

  it('is the exact quotient, off by at most half a minor unit', () => {
    fc.assert(
      fc.property(amount, currency, currency, positiveRate, (minor, from, to, at) => {
        const converted = convert(minor, { from, to, rate: at });
        fc.pre(converted !== undefined);
        const exact = parseRate(at);
        if (exact === undefined) throw new Error(at);
        // |converted - exact| <= 1/2, in whole numbers.
        const under = exact.under * 10n ** BigInt(currencyExponent(from));
        const over = BigInt(minor) * exact.over * 10n ** BigInt(currencyExponent(to));
        const off = 2n * (BigInt(converted) * under - over);
        expect(off <= under && off >= -under).toBe(true);
      }),
    );
  });

  it('treats a debt like an asset', () => {
    fc.assert(
      fc.property(amount, currency, currency, positiveRate, (minor, from, to, at) => {
        const there = convert(minor, { from, to, rate: at });
        const back = convert(-minor, { from, to, rate: at });
        expect(back).toBe(there === undefined || there === 0 ? there : -there);
      }),
    );
  });

  it('gives a hundred times as much for a hundred times as much, but for one rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 7 }),
        currency,
        currency,
        positiveRate,
        (minor, from, to, at) => {
          const [one, hundred] = [minor, 100 * minor].map((each) => convert(each, { from, to, rate: at }));
          fc.pre(one !== undefined && hundred !== undefined);
          expect(Math.abs(hundred - 100 * one)).toBeLessThanOrEqual(50);
        },
      ),
    );
  });

  it('comes back within one unit, where there is as fine as here', () => {
    fc.assert(
      fc.property(amount, positiveRate, (minor, at) => {
        const there = parseRate(at);
        fc.pre(there !== undefined && there.over >= there.under);
        const dkk = convert(minor, { from: 'EUR', to: 'DKK', rate: there });
        fc.pre(dkk !== undefined);
        const back = convert(dkk, {
          from: 'DKK',
          to: 'EUR',
          rate: { over: there.under, under: there.over },
        });
        expect(Math.abs((back ?? Number.NaN) - minor)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps order: more stays more', () => {
    fc.assert(
      fc.property(amount, amount, positiveRate, (one, other, at) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          convert(each, { from: 'EUR', to: 'JPY', rate: at }),
        );
        fc.pre(low !== undefined && high !== undefined);
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('rateOn', () => {
  const rates: CurrencyRate[] = [
    { from: 'EUR', to: 'DKK', on: '2026-03-01', rate: '7.46' },
    { from: 'EUR', to: 'DKK', on: '2026-01-01', rate: '7.45' },
    { from: 'DKK', to: 'USD', on: '2026-02-01', rate: '0.15' },
  ];

  it('takes the latest rate of the day or before', () => {
    const query = (on: string) => rateOn(rates, { from: 'EUR', to: 'DKK', on });
    expect(query('2026-01-01')).toEqual({ over: 745n, under: 100n });
    expect(query('2026-02-28')).toEqual({ over: 745n, under: 100n });
    expect(query('2026-03-01')).toEqual({ over: 746n, under: 100n });
    expect(query('2031-01-01')).toEqual({ over: 746n, under: 100n });
  });

  it('has none before the first rate: the past is not guessed', () => {
    expect(rateOn(rates, { from: 'EUR', to: 'DKK', on: '2025-12-31' })).toBeUndefined();
  });

  it('turns a rate round exactly', () => {
    expect(rateOn(rates, { from: 'DKK', to: 'EUR', on: '2026-03-05' })).toEqual({ over: 100n, under: 746n });
  });

  it('makes no chains of rates', () => {
    expect(rateOn(rates, { from: 'EUR', to: 'USD', on: '2026-03-05' })).toBeUndefined();
  });

  it('prefers the rate as stated to one turned round of the same day, and the newer to the older', () => {
    const both: CurrencyRate[] = [
      { from: 'DKK', to: 'EUR', on: '2026-03-01', rate: '0.2' },
      { from: 'EUR', to: 'DKK', on: '2026-03-01', rate: '7.46' },
    ];
    for (const list of [both, both.toReversed()]) {
      expect(rateOn(list, { from: 'EUR', to: 'DKK', on: '2026-03-01' })).toEqual({ over: 746n, under: 100n });
    }
    const newer: CurrencyRate[] = [...both, { from: 'DKK', to: 'EUR', on: '2026-03-02', rate: '0.25' }];
    expect(rateOn(newer, { from: 'EUR', to: 'DKK', on: '2026-03-02' })).toEqual({ over: 100n, under: 25n });
  });

  it('passes over rates that are none', () => {
    const broken: CurrencyRate[] = [...rates, { from: 'EUR', to: 'DKK', on: '2026-03-02', rate: '0' }];
    expect(rateOn(broken, { from: 'EUR', to: 'DKK', on: '2026-03-05' })).toEqual({ over: 746n, under: 100n });
  });

  it('is 1 between a currency and itself', () => {
    expect(rateOn([], { from: 'EUR', to: 'EUR', on: '2026-03-05' })).toEqual({ over: 1n, under: 1n });
  });
});

describe('canSignMean', () => {
  it.each([
    ['kr.', 'DKK', true],
    ['Kr', 'SEK', true],
    [' $ ', 'CAD', true],
    ['$', 'DKK', false],
    ['€', 'EUR', true],
    ['eur', 'EUR', true],
    ['¤¤', 'DKK', undefined],
    ['constructor', 'DKK', undefined],
  ])('says of %j and %s: %j', (sign, code, expected) => {
    expect(canSignMean(sign, code)).toBe(expected);
  });

  it('has codes of three capitals alone in its table, under signs as it looks them up', () => {
    for (const [sign, codes] of Object.entries(signCurrencies)) {
      expect(codes).not.toBe('');
      for (const code of codes.split(' ')) {
        expect(code).toMatch(/^[A-Z]{3}$/);
        expect(canSignMean(`${sign}.`, code)).toBe(true);
      }
    }
  });
});
