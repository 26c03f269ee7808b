import { describe, expect, it } from 'vitest';
import { decideDecimalSign } from '../../../../lib/crm/parse/decide-decimal-sign';
import { parseAmount } from '../../../../lib/crm/parse/parse-amount';

/** Text, the other texts of its column, and what it must give: `decimal[ code or sign][~]`, `null`, or a refusal. */
const cases: readonly (readonly [text: string, column: readonly string[], expected: string])[] = [
  ['€12,400.00', [], '12400.00 EUR'],
  ['DKK 93,000.00', [], '93000.00 DKK'],
  ['12.400,00 €', [], '12400.00 EUR'],
  ['93.000,00 kr.', [], '93000.00 kr.'],
  ['93 000,00 kr', [], '93000.00 kr'],
  ['kr.75.000,50', [], '75000.50 kr.'],
  ['93\u202f000,00\u00a0€', [], '93000.00 EUR'],
  ["CHF 1'234'567.80", [], '1234567.80 CHF'],
  ['CHF 1’234.–', [], '1234.00 CHF'],
  ['1.250,-', [], '1250.00'],
  ['kr. 1.250,-', [], '1250.00 kr.'],
  ['₹25,00,000.00', [], '2500000.00 INR'],
  ['₹ 12,34,567', [], '1234567 INR'],
  ['$1,234.56', [], '1234.56 $'],
  ['$1,234.56 USD', [], '1234.56 USD'],
  ['US$ 1,234.56', [], '1234.56 USD'],
  ['1.234,56 zł', [], '1234.56 PLN'],
  ['¥1,200,000', [], '1200000 ¥'],
  ['R$ 1.234,56', [], '1234.56 BRL'],
  ['($1,250.00)', [], '-1250.00 $'],
  ['−€12.50', [], '-12.50 EUR'],
  ['€-12.50', [], '-12.50 EUR'],
  ['12,50- €', [], '-12.50 EUR'],
  ['0', [], '0'],
  ['€0.00', [], '0.00 EUR'],
  ['1234', [], '1234'],
  ['1234567.8', [], '1234567.8'],
  ['1,5', [], '1.5'],
  ['.50', [], '0.50'],
  ['٣٬٠٠٠٫٥٠', [], '3000.50'],
  // Compact forms are approximate.
  ['$12.3k', [], '12300 $~'],
  ['$1.60K', [], '1600 $~'],
  ['1,2 Mio. €', [], '1200000 EUR~'],
  ['1,2 mio. kr.', [], '1200000 kr.~'],
  ['€ 3,4 Mrd.', [], '3400000000 EUR~'],
  ['2,5 M€', [], '2500000 EUR~'],
  ['₹5 Cr', [], '50000000 INR~'],
  ['~ €12,400.00', [], '12400.00 EUR~'],
  ['ca. 12.400,00 €', [], '12400.00 EUR~'],
  ['12 k€', [], '12000 EUR~'],
  ['3 Tsd. €', [], '3000 EUR~'],
  ['1,5 mia. kr.', [], '1500000000 kr.~'],
  ['2 mln zł', [], '2000000 PLN~'],
  ['1 Mrd. €', [], '1000000000 EUR~'],
  ['1,234 Mio. €', ['12,50 €'], '1234000 EUR~'],
  ['12 t kr.', [], '12000 kr.~'],
  ['1.250,5 t.kr.', [], '1250500 kr.~'],
  ['12 tkr', [], '12000 kr~'],
  ['2,5 mkr', [], '2500000 kr~'],
  ['TEUR 12,5', [], '12500 EUR~'],
  ['12,5 T€', [], '12500 EUR~'],
  ['1,2 MDKK', [], '1200000 DKK~'],
  ['EUR 1.2M', [], '1200000 EUR~'],
  ['1,2 Millionen €', [], '1200000 EUR~'],
  ['3,4 milliards €', [], '3400000000 EUR~'],
  ['1,2 millioner kr.', [], '1200000 kr.~'],
  ['1,2 miljoen €', [], '1200000 EUR~'],
  ['3,4 mM €', [], '3400000000 EUR~'],
  ['R$ 12 mil', [], '12000 BRL~'],
  ['12 tn kr', [], '12000 kr~'],
  ['₹12L', [], '1200000 INR~'],
  ['₹1.2 lakh', [], '120000 INR~'],
  ['Rs. 2.5 crore', [], '25000000 Rs.~'],
  ['¥1.2億', [], '120000000 ¥~'],
  // Words that mean one thing here and another there.
  ['12 mil €', [], 'ambiguous'],
  ['1.5 billion €', [], 'ambiguous'],
  ['€12 tn', [], 'ambiguous'],
  // The other signs of the world.
  ['$1,234.56 CAD', [], '1234.56 CAD'],
  ['CA$1,234.56', [], '1234.56 CAD'],
  ['1 234,56 $ US', [], '1234.56 USD'],
  ['1 234,56 $CA', [], '1234.56 CAD'],
  ['C$ 12.50', [], '12.50 C$'],
  ['￥1,200,000', [], '1200000 ¥'],
  ['RM 12.50', [], '12.50 MYR'],
  ['Rp 1.200.000', [], '1200000 IDR'],
  ['12,50 Euro', [], '12.50 EUR'],
  ['1 250:-', [], '1250'],
  ['12,50 fr.', [], '12.50 fr.'],
  ['$(1,250.00)', [], '-1250.00 $'],
  ['EUR (12.50)', [], '-12.50 EUR'],
  // Empty is null, never 0.
  ['–', [], 'null'],
  ['--', [], 'null'],
  ['', [], 'null'],
  ['\u00a0', [], 'null'],
  ['None', [], 'null'],
  ['Ikke angivet', [], 'null'],
  ['--None--', [], 'null'],
  ['- None -', [], 'null'],
  ['(k.A.)', [], 'null'],
  ['Ingen', [], 'null'],
  ['Non renseigné', [], 'null'],
  // Doubtful alone, decided by the column.
  ['36.340', [], 'ambiguous'],
  ['$36,340', [], 'ambiguous'],
  ['€ 1.000', [], 'ambiguous'],
  ['36.340', ['1.234,56'], '36340'],
  ['$36,340', ['$1,234,567'], '36340 $'],
  ['$36,340', ['$12.5'], '36340 $'],
  ['$36,340', ['$500', '$12,000'], '36340 $'],
  ['$36,340', ['$12,000', '$7,255'], '36340 $'],
  ['$36,340', ['$12,000'], 'ambiguous'],
  ['KWD 36.340', ['KWD 12.000', 'KWD 500'], 'ambiguous'],
  ['KWD 36.340', ['KWD 1,412.500'], '36.340 KWD'],
  ['36.340 €', ['12.50 €'], 'ambiguous'],
  ['36.340', ['1.234,56', '1,234.56'], 'ambiguous'],
  ['1.234,56', ['1,234.56'], '1234.56'],
  ['$2,500', ['$500', '$1500'], 'ambiguous'],
  ['12.500 €', ['1500 €', '36.340 €', '500 €'], '12500 EUR'],
  ['36.341', ['500', '12.000'], '36341'],
  ['36.341', ['12.500', '7.250', '1.125'], 'ambiguous'],
  ['€36.341', ['€12.503', '€7.255', '€1.128'], '36341 EUR'],
  ['€36.341', ['€12.503', '€7.255'], 'ambiguous'],
  ['€36.341', ['$12.503', 'DKK 7.255', '€1.128'], '36341 EUR'],
  ['€36.341', ['KWD 12.503', '€7.255', '€1.128'], 'ambiguous'],
  // Two amounts in one cell.
  ['USD 1,000.00 (EUR 920.00)', [], '1000.00 USD~'],
  ['USD 1,000 (EUR 920)', ['USD 12,500.00 (EUR 11,500.00)'], '1000 USD~'],
  ['USD 1,000.00\n(EUR 920.00)', [], '1000.00 USD~'],
  ['€12,400.00\n€12,400.00', [], '12400.00 EUR'],
  ['€12\n400', [], 'ambiguous'],
  ['€12,400.00\n$13,000.00', [], 'ambiguous'],
  ['€12,400.00\n3 products', [], 'unreadable'],
  ['€1,000.00 (920.00)', [], 'ambiguous'],
  ['€1,000.00 €920.00', [], 'unreadable'],
  ['EUR\n12,400.00', [], '12400.00 EUR'],
  // Not amounts.
  ['12 deals', [], 'unreadable'],
  ['40 %', [], 'unreadable'],
  ['31.12.2026', [], 'unreadable'],
  ['2026-12-31', [], 'unreadable'],
  ['€10k–20k', [], 'unreadable'],
  ['€12,3…', [], 'unreadable'],
  ['> €10,000.00', [], 'unreadable'],
  ['$10,000+', [], 'unreadable'],
  ['12 L', [], 'unreadable'],
  ['$1.2T', [], 'unreadable'],
  ['$1.2Mm', [], 'unreadable'],
  ['B$ 12.50', [], 'unreadable'],
  ['500.00 CR', [], 'unreadable'],
  ['€12.00 USD', [], 'unreadable'],
  ['12 40', [], 'unreadable'],
  ['1,2345', [], 'unreadable'],
  ['12.34.56', [], 'unreadable'],
  ['1².500,00', [], 'unreadable'],
  ['€99 / month', [], 'unreadable'],
  ['9'.repeat(19), [], 'unreadable'],
  ['1'.repeat(250), [], 'unreadable'],
];

function shown(text: string, column: readonly string[], currency?: string): string {
  const decimalSign = decideDecimalSign([text, ...column], { currency });
  const reading = parseAmount(text, { decimalSign, currency });
  if (reading.kind === 'empty') return 'null';
  if (reading.kind !== 'value') return reading.kind;
  const { decimal, currency: code, symbol } = reading.value;
  return `${[decimal, code ?? symbol].filter(Boolean).join(' ')}${reading.approximate ? '~' : ''}`;
}

describe('parseAmount', () => {
  it.each(cases)('reads %j beside %j as %s', (text, column, expected) => {
    expect(shown(text, column)).toBe(expected);
  });

  it.each([
    ['12,400.00', 'EUR', '12400.00 EUR'],
    ['93.000,00 kr.', 'DKK', '93000.00 DKK'],
    ['$5.00', 'CAD', '5.00 CAD'],
    ['$5.00', 'EUR', '5.00 $'],
    ['£5.00', 'EUR', '5.00 GBP'],
    ['2.500', 'KWD', 'ambiguous'],
    ['12,400.00', 'kr', '12400.00 kr'],
    ['DKK 5.00', 'kr', '5.00 DKK'],
    ['12 L', 'INR', '1200000 INR~'],
  ])('joins %s with the stated currency %s', (text, currency, expected) => {
    expect(shown(text, [], currency)).toBe(expected);
  });

  it('lets the language decide only where it makes the doubtful sign a group', () => {
    expect(decideDecimalSign(['36.340 €'], { language: ',' })).toBe(',');
    expect(parseAmount('36.340 €', { decimalSign: ',' })).toMatchObject({ value: { decimal: '36340' } });
    expect(parseAmount('36.340 €', { decimalSign: '.' })).toMatchObject({ kind: 'ambiguous' });
  });

  it('says of what is ambiguous what it can mean', () => {
    const meant = (text: string) => {
      const reading = parseAmount(text, { currency: 'EUR' });
      return reading.kind === 'ambiguous' ? reading.readings : reading.kind;
    };
    const euros = (...decimals: string[]) => decimals.map((decimal) => ({ decimal, currency: 'EUR' }));
    expect(meant('36.340')).toEqual(euros('36.340', '36340'));
    expect(meant('12 mil')).toEqual(euros('12000', '12000000'));
    expect(meant('12.50\n36.340')).toEqual(euros('12.50', '36.340', '36340'));
  });
});
