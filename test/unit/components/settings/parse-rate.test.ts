import { expect, test } from 'vitest';
import { parseRate } from '../../../../components/settings/parse-rate';

test.each([
  ['7.4605', '7.4605'],
  ['7,4605', '7.4605'],
  [' 1 ', '1'],
  ['0.0001', '0.0001'],
])('%j is a rate', (typed, rate) => {
  expect(parseRate(typed)).toBe(rate);
});

test.each(['', '0', '0,00', '-1', '1.234,5', '1 000', '7e3', 'seven', '.5', '1.', 'NaN'])(
  '%j is refused',
  (typed) => {
    expect(parseRate(typed)).toBeUndefined();
  },
);
