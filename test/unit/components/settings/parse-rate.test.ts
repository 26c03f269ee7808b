import { expect, test } from 'vitest';
import { parseRate } from '../../../../components/settings/parse-rate';

test.each([
  ['7.4605', '7.4605'],
  ['7,4605', '7.4605'],
  [' 1 ', '1'],
  ['0.0001', '0.0001'],
  ['0.134', '0.134'],
  ['0,134', '0.134'],
  ['1450', '1450'],
  ['1234,567', '1234.567'],
])('%j is a rate in every language', (typed, rate) => {
  expect([parseRate(typed, 'en'), parseRate(typed, 'da')]).toEqual([rate, rate]);
});

test.each([
  ['1.450', 'en', '1.450'],
  ['1.450', 'da', undefined],
  ['1,450', 'da-DK', '1.450'],
  ['1,450', 'en-GB', undefined],
  ['999,999', 'en', undefined],
])('%j may be a thousand and more: in %s it is %s', (typed, locale, rate) => {
  expect(parseRate(typed, locale)).toBe(rate);
});

test.each([
  '',
  '0',
  '0,00',
  '-1',
  '1.234,5',
  '1 000',
  '7e3',
  'seven',
  '.5',
  '1.',
  'NaN',
  '1234567890',
  '0.1234567891',
])('%j is refused', (typed) => {
  expect(parseRate(typed, 'en')).toBeUndefined();
});
