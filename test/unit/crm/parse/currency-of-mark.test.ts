import { describe, expect, it } from 'vitest';
import { currencyOfMark } from '../../../../lib/crm/parse/currency-of-mark';
import { statedCurrency } from '../../../../lib/crm/parse/stated-currency';
import { fieldOfHeading } from '../../../../lib/crm/generic/field-of-heading';

describe('currencyOfMark', () => {
  it.each([
    ['R$', 'BRL'],
    ['Kč', 'CZK'],
    ['zł', 'PLN'],
    ['EUR', 'EUR'],
    ['€', 'EUR'],
    ['CA$', 'CAD'],
    ['kr.', 'kr'],
    ['$', '$'],
  ])('%s is %s', (text, currency) => expect(currencyOfMark(text)).toBe(currency));

  it.each([
    'T€',
    'kEUR',
    'Mio €',
    'k',
    '%',
    'h',
    '',
    '€ 5',
    '- €',
    'ca. €',
    'weighted',
    'EUR USD',
    'R',
    '(R)',
  ])('%s is none', (text) => expect(currencyOfMark(text)).toBeUndefined());
});

it.each([
  ['Valor (R$)', 'BRL'],
  ['Částka (Kč)', 'CZK'],
  ['Wartość [zł]:', 'PLN'],
])('the heading %s is that of amounts in %s', (heading, currency) => {
  expect([fieldOfHeading(heading)?.field, statedCurrency(heading)]).toEqual(['amount', currency]);
});

it.each(['Betrag (T€)', 'Amount (k)', 'Value (weighted)', 'Amount (k$)', 'Amount (R)'])(
  'the heading %s is none',
  (heading) => {
    expect(fieldOfHeading(heading)).toBeUndefined();
  },
);
