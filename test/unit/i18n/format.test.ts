import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAge,
  formatDate,
  formatDateWithYear,
  formatDecimal,
  formatHundredths,
  formatInstant,
  formatMoneyCompact,
  formatMoneyExact,
  formatMoneyWhole,
  formatMonth,
  formatMonthName,
  formatPercent,
} from '../../../lib/i18n/format';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
/** Spaces as typed: languages differ in which no-break space they use. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');

describe('money', () => {
  test.each([
    [41_230_000, '€412K', '412 t €'],
    [107_000_000, '€1.07M', '1,07 mio. €'],
    [0, '€0', '0 €'],
    [-4_200_000, '-€42K', '-42 t €'],
    [100_000, '€1K', '1 t €'],
  ])('%i cents in three significant digits', (minor, en, da) => {
    expect(plain(formatMoneyCompact(eur(minor), 'en'))).toBe(en);
    expect(plain(formatMoneyCompact(eur(minor), 'da'))).toBe(da);
  });

  test.each([
    [150, '€1.50', '1,50 €'],
    [99_999, '€999.99', '999,99 €'],
    [-50_000, '-€500', '-500 €'],
  ])('%i cents, less than a thousand, are whole beside them', (minor, en, da) => {
    expect(plain(formatMoneyCompact(eur(minor), 'en'))).toBe(en);
    expect(plain(formatMoneyCompact(eur(minor), 'da'))).toBe(da);
  });

  test('is whole where cents do not matter, and exact where they do', () => {
    expect(formatMoneyWhole(eur(41_230_050), 'en')).toBe('€412,301');
    expect(formatMoneyExact(eur(41_230_050), 'en')).toBe('€412,300.50');
    expect(formatMoneyExact(eur(41_230_000), 'en')).toBe('€412,300');
  });

  test('follows the currency’s own minor unit', () => {
    expect(formatMoneyExact({ minor: 1234, currency: 'JPY' }, 'en')).toBe('¥1,234');
    expect(plain(formatMoneyExact({ minor: 1234, currency: 'KWD' }, 'en'))).toBe('KWD 1.234');
  });

  test('never goes through a float: the largest safe integer keeps its last digit', () => {
    expect(formatMoneyExact(eur(Number.MAX_SAFE_INTEGER), 'en')).toBe('€90,071,992,547,409.91');
  });

  test('every amount of cents comes back from its text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        const digits = formatMoneyExact(eur(minor), 'en').replaceAll(/[^\d.-]/g, '');
        const [whole = '', cents = '00'] = digits.split('.');
        expect(BigInt(whole + cents)).toBe(BigInt(minor));
      }),
    );
  });

  test('an amount without a currency is a plain number of units', () => {
    expect(formatHundredths(12_500_050, 'en')).toBe('125,000.50');
    expect(formatHundredths(-5, 'da')).toBe('-0,05');
  });
});

test('shares are whole percent', () => {
  expect(formatPercent(0.43, 'en')).toBe('43%');
  expect(plain(formatPercent(0.43, 'da'))).toBe('43 %');
});

test('a rate keeps all of its digits', () => {
  expect(formatDecimal('7.4605', 'en')).toBe('7.4605');
  expect(formatDecimal('0.00012345', 'da')).toBe('0,00012345');
  expect(formatDecimal('0.20', 'da')).toBe('0,20');
});

describe('age', () => {
  const now = '2026-05-19T12:00:00.000Z';
  test.each([
    ['2026-05-19T11:59:30.000Z', undefined],
    ['2026-05-19T11:55:00.000Z', '5 min'],
    ['2026-05-19T09:59:00.000Z', '2 h'],
    ['2026-05-16T11:59:00.000Z', '3 d'],
    ['2026-01-19T12:00:00.000Z', '120 d'],
    ['2026-05-19T12:00:01.000Z', undefined],
  ])('from %s', (from, age) => {
    expect(formatAge(from, now, 'en')).toBe(age?.replace(' ', '\u00a0'));
  });

  test('never breaks between figure and unit, in Danish either', () => {
    expect(formatAge('2026-05-16T11:59:00.000Z', now, 'da')).toBe('3\u00a0d');
  });
});

describe('dates', () => {
  test('have their year only where it is another one', () => {
    expect(formatDate('2026-06-12', '2026-05-19', 'en')).toBe('Jun 12');
    expect(formatDate('2027-06-12', '2026-05-19', 'en')).toBe('Jun 12, 2027');
    expect(formatDate('2026-06-12', '2026-05-19', 'da')).toBe('12. jun.');
    expect(formatDateWithYear('2026-06-12', 'en')).toBe('Jun 12, 2026');
  });

  test('do not shift with the zone of the machine', () => {
    for (const date of ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31']) {
      expect(formatDateWithYear(date, 'en')).toContain(String(Number(date.slice(8))));
    }
  });

  test('name months', () => {
    expect(formatMonth('2026-06-30', 'long', 'en')).toBe('June 2026');
    expect(formatMonthName(4, 'da')).toBe('april');
  });

  test('instants are told in the zone asked for', () => {
    expect(plain(formatInstant('2026-05-19T22:30:00.000Z', 'en', 'Europe/Copenhagen'))).toBe(
      'May 20, 12:30 AM',
    );
  });
});
