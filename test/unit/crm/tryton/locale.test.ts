import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, localNumber, type TrytonLocale } from '../../../../lib/crm/tryton/locale';

const english: TrytonLocale = { decimalPoint: '.', groupSign: ',', dateFormat: '%m/%d/%Y' };
const german: TrytonLocale = { decimalPoint: ',', groupSign: '.', dateFormat: '%d.%m.%Y' };
const french: TrytonLocale = { decimalPoint: ',', groupSign: '\u00a0', dateFormat: '%d/%m/%Y' };

describe('localNumber', () => {
  it.each<[string, TrytonLocale, string | undefined]>([
    ['1,220.00', english, '1220.00'],
    ['1.220,00', german, '1220.00'],
    ['1\u00a0220,00', french, '1220.00'],
    ['1\u202f220,00', french, '1220.00'],
    ['-3.50', english, '-3.50'],
    ['\u22123,50', german, '-3.50'],
    ['0', english, '0'],
    ['12,34,567.00', english, '1234567.00'],
    // What the other language would write is no number here, and never another one.
    ['1.220,00', english, undefined],
    ['1,220.00', german, undefined],
    ['1.22', german, undefined],
    ['1,22', english, undefined],
    ['12.3k', english, undefined],
    ['', english, undefined],
    ['1 220', english, undefined],
  ])('reads %s', (text, locale, expected) => {
    expect(localNumber(text, locale)).toBe(expected);
  });

  it('reads back what each locale writes', () => {
    const cents = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(cents, fc.constantFrom(english, german, french), (amount, locale) => {
        const [whole = '', fraction = ''] = (Math.abs(amount) / 100).toFixed(2).split('.');
        const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, locale.groupSign);
        const sign = amount < 0 ? '-' : '';
        const text = `${sign}${grouped}${locale.decimalPoint}${fraction}`;
        expect(localNumber(text, locale)).toBe(`${sign}${whole}.${fraction}`);
      }),
    );
  });
});

describe('localDate', () => {
  it.each<[string, TrytonLocale, string | undefined]>([
    ['12/27/2017', english, '2017-12-27'],
    ['27.12.2017', german, '2017-12-27'],
    ['01/02/2026', french, '2026-02-01'],
    ['27.12.2017', english, undefined],
    ['27/12/2017', english, undefined],
    ['02/30/2026', english, undefined],
    ['', german, undefined],
  ])('reads %s', (text, locale, expected) => {
    expect(localDate(text, locale)).toBe(expected);
  });
});
