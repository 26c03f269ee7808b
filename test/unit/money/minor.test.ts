import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDecimal } from '../../../lib/money/canonical-decimal';
import { currencyExponent } from '../../../lib/money/currency-exponent';
import { fromMinor } from '../../../lib/money/from-minor';
import { toMinor } from '../../../lib/money/to-minor';
import { weighMinor } from '../../../lib/money/weigh-minor';

const safe = fc.maxSafeInteger();
const exponent = fc.constantFrom(0, 2, 3, 4);

describe('currencyExponent', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['CLP', 0],
    ['ISK', 0],
    ['XOF', 0],
    ['EUR', 2],
    ['DKK', 2],
    ['USD', 2],
    ['BRL', 2],
    ['MGA', 2],
    ['HUF', 2],
    ['KWD', 3],
    ['BHD', 3],
    ['OMR', 3],
    ['JOD', 3],
    ['TND', 3],
    ['IQD', 3],
    ['LYD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('knows that %s has %i decimals in ISO 4217', (code, places) => {
    expect(currencyExponent(code)).toBe(places);
  });

  it.each([undefined, null, '', 'ZZZ', 'toString', '__proto__'])('counts in hundredths for %j', (code) => {
    expect(currencyExponent(code)).toBe(2);
  });
});

describe('toMinor', () => {
  it.each([
    ['1220', 2, 122000],
    ['1220.5', 2, 122050],
    ['1220.50', 2, 122050],
    ['1220.500', 2, 122050],
    ['-3.50', 2, -350],
    ['-0.00', 2, 0],
    ['007', 0, 7],
    ['1000', 0, 1000],
    ['1000.00', 0, 1000],
    ['1.005', 3, 1005],
    ['0.07', 2, 7],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
  ])('reads %s with %i decimals exactly', (decimal, places, minor) => {
    expect(toMinor(decimal, places)).toBe(minor);
  });

  it.each([
    ['1.005', 2],
    ['1.5', 0],
    ['90071992547409.92', 2],
    ['9007199254740993', 0],
    ['', 2],
    ['-', 2],
    ['.5', 2],
    ['5.', 2],
    ['1,220', 2],
    ['1 220', 2],
    ['1e3', 2],
    ['+5', 2],
    ['NaN', 2],
    ['Infinity', 2],
    ['١٢', 2],
    ['12\n', 2],
  ])('has no number for %j with %i decimals', (decimal, places) => {
    expect(toMinor(decimal, places)).toBeUndefined();
  });
});

describe('toMinor and fromMinor', () => {
  it("are each other's way back, over all safe integers", () => {
    fc.assert(
      fc.property(safe, exponent, (minor, places) => {
        expect(toMinor(fromMinor(minor, places), places)).toBe(minor);
      }),
    );
  });

  it('agree with whole-number arithmetic on the digits', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const sign = whole < 0n ? -1n : 1n;
        const expected = whole * 100n + sign * BigInt(cents);
        expect(toMinor(`${whole}.${String(cents).padStart(2, '0')}`, 2)).toBe(Number(expected));
      }),
    );
  });

  it('give the same amount whatever zeros stand around it', () => {
    fc.assert(
      fc.property(safe, exponent, fc.nat(5), (minor, places, zeros) => {
        const decimal = fromMinor(minor, places);
        const padded = places === 0 ? decimal : decimal + '0'.repeat(zeros);
        expect(toMinor(padded, places)).toBe(minor);
        expect(canonicalDecimal(padded)).toBe(canonicalDecimal(decimal));
        expect(toMinor(canonicalDecimal(decimal) ?? '', places)).toBe(minor);
      }),
    );
  });

  it('write what a person would', () => {
    expect(fromMinor(122050, 2)).toBe('1220.50');
    expect(fromMinor(-5, 3)).toBe('-0.005');
    expect(fromMinor(0, 2)).toBe('0.00');
    expect(fromMinor(1000, 0)).toBe('1000');
  });

  it('refuse to write what is no whole number of minor units', () => {
    for (const broken of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => fromMinor(broken, 2)).toThrow(RangeError);
    }
  });
});

describe('canonicalDecimal', () => {
  it.each([
    ['01220.50', '1220.5'],
    ['100.00', '100'],
    ['-0.0', '0'],
    ['000', '0'],
    ['-00.50', '-0.5'],
    ['10', '10'],
  ])('spells %s as %s', (decimal, canonical) => {
    expect(canonicalDecimal(decimal)).toBe(canonical);
  });

  it.each(['1,220', '', '.5', '5.', '1e3'])('has no spelling for %j', (text) => {
    expect(canonicalDecimal(text)).toBeUndefined();
  });
});

describe('weighMinor', () => {
  it.each([
    [10050, 0.35, 3518],
    [-10050, 0.35, -3518],
    [1, 0.5, 1],
    [1, 0.499999, 0],
    [-1, 0.1, 0],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
    [12345, 0, 0],
  ])('weighs %i by %d', (minor, probability, weighed) => {
    expect(weighMinor(minor, probability)).toBe(weighed);
  });

  it('stays between nothing and all, and grows with the probability', () => {
    const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.nat(10 ** 12), share, share, (minor, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(weighMinor(minor, low)).toBeLessThanOrEqual(weighMinor(minor, high));
        expect(weighMinor(minor, high)).toBeLessThanOrEqual(minor);
      }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d as a probability', (probability) => {
    expect(() => weighMinor(100, probability)).toThrow(RangeError);
  });
});
