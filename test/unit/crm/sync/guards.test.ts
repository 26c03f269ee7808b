import { describe, expect, it } from 'vitest';
import {
  currencyOf,
  dayOf,
  decimalOf,
  decimalText,
  idOf,
  instantOf,
  instantOfMs,
  keyOf,
  recordsOf,
  shareOfPercent,
  textOf,
} from '../../../../lib/crm/sync/guards';

describe('what interfaces return', () => {
  it.each([
    [1041, '1041'],
    ['564300000000412001', '564300000000412001'],
    ['0', '0'],
    // 2^53 + 1: as a number it has become another one.
    [Number('9007199254740993'), undefined],
    [-1, undefined],
    [1.5, undefined],
    ['', undefined],
    ['a b', undefined],
    ['2026-13-45', undefined],
    [null, undefined],
  ])('an id %j is %j', (value, id) => {
    expect(idOf(value)).toBe(id);
  });

  it.each([
    [48000, '48000'],
    [15250.5, '15250.5'],
    [0, '0'],
    [-3.5, '-3.5'],
    [1e15, undefined],
    [1e-7, undefined],
    [Number.NaN, undefined],
    // Forty-eight, or forty-eight thousand: an interface that writes numbers does not write this.
    ['48.000', undefined],
    [null, undefined],
  ])('an amount %j is %j', (value, decimal) => {
    expect(decimalOf(value)).toBe(decimal);
  });

  it.each([
    ['48000.00', '48000.00'],
    ['-15250.5', '-15250.5'],
    ['48,000', undefined],
    ['1e3', undefined],
    ['', undefined],
    [48000, undefined],
  ])('an amount written as text %j is %j', (value, decimal) => {
    expect(decimalText(value)).toBe(decimal);
  });

  it.each([
    ['2026-12-18', '2026-12-18'],
    ['2026-02-29', undefined],
    ['2026-12-18T00:00:00Z', undefined],
    ['18.12.2026', undefined],
    [0, undefined],
  ])('a day %j is %j', (value, day) => {
    expect(dayOf(value)).toBe(day);
  });

  it.each([
    ['2026-08-04T09:12:44Z', '2026-08-04T09:12:44.000Z'],
    ['2026-08-04T11:12:44+02:00', '2026-08-04T09:12:44.000Z'],
    ['2026-08-04T09:12:44.120+0000', '2026-08-04T09:12:44.120Z'],
    // No zone, no instant: it could be any of a day's.
    ['2026-08-04T09:12:44', undefined],
    ['2026-08-04 09:12:44', undefined],
    ['2026-13-04T09:12:44Z', undefined],
    ['2026-08-04T29:12:44Z', undefined],
    [1_785_834_764_000, undefined],
  ])('an instant %j is %j', (value, instant) => {
    expect(instantOf(value)).toBe(instant);
  });

  it('an instant without zone is in UTC where the interface writes UTC so', () => {
    expect(instantOf('2026-08-04 09:12:44', { bare: 'utc' })).toBe('2026-08-04T09:12:44.000Z');
    expect(instantOf('2026-08-04T11:12:44+02:00', { bare: 'utc' })).toBe('2026-08-04T09:12:44.000Z');
  });

  it('milliseconds are an instant, and microseconds none', () => {
    expect(instantOfMs(1_785_834_764_000)).toBe('2026-08-04T09:12:44.000Z');
    expect(instantOfMs(1_785_834_764_000_000)).toBeUndefined();
    expect(instantOfMs(Number.NaN)).toBeUndefined();
  });

  it.each([
    ['USD', 'USD'],
    [null, null],
    [undefined, null],
    ['', null],
    ['$', undefined],
    ['usd', undefined],
    [840, undefined],
  ])('a currency %j is %j', (value, currency) => {
    expect(currencyOf(value)).toBe(currency);
  });

  it('takes names of letters, and nothing with white space in it', () => {
    expect([keyOf('closedwon'), keyOf('a b'), keyOf(7)]).toEqual(['closedwon', undefined, undefined]);
  });

  it('takes texts that say something, shares of percent, and lists of records', () => {
    expect([textOf('  a '), textOf('  '), textOf(7)]).toEqual(['a', undefined, undefined]);
    expect([shareOfPercent(75), shareOfPercent(101), shareOfPercent('75')]).toEqual([
      0.75,
      undefined,
      undefined,
    ]);
    expect([recordsOf([{ id: 1 }]), recordsOf([1]), recordsOf({})]).toEqual([
      [{ id: 1 }],
      undefined,
      undefined,
    ]);
  });
});
