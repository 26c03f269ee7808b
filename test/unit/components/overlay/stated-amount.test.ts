import { describe, expect, it } from 'vitest';
import { formatStatedAmount } from '../../../../components/overlay/stated-amount';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('formatStatedAmount', () => {
  it.each([
    [{ decimal: '1220', currency: 'EUR' }, 'en', '€1,220'],
    [{ decimal: '1220.50', currency: 'DKK' }, 'da', '1.220,50 kr.'],
    [{ decimal: '-3.5', currency: 'USD' }, 'en', '-$3.50'],
    [{ decimal: '90071992547409931.01', currency: 'EUR' }, 'en', '€90,071,992,547,409,931.01'],
    [{ decimal: '1000', currency: 'JPY' }, 'en', '¥1,000'],
    [{ decimal: '1000.5', symbol: 'kr' }, 'en', '1,000.5 kr'],
    [{ decimal: '1000' }, 'en', '1,000'],
  ])('writes %o in %s as %s', (amount, locale, expected) => {
    expect(plain(formatStatedAmount(amount, locale))).toBe(expected);
  });

  it('shows text that is no decimal as it is', () => {
    expect(formatStatedAmount({ decimal: 'n/a', currency: 'EUR' }, 'en')).toBe('n/a');
  });
});
