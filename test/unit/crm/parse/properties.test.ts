import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDateOrder } from '../../../../lib/crm/parse/decide-date-order';
import { decideDecimalSign } from '../../../../lib/crm/parse/decide-decimal-sign';
import { parseAmount } from '../../../../lib/crm/parse/parse-amount';
import { parseDateTime } from '../../../../lib/crm/parse/parse-date-time';
import { parseOutcome } from '../../../../lib/crm/parse/parse-outcome';
import { parsePercent } from '../../../../lib/crm/parse/parse-percent';
import { readLocales as locales } from './locales';

const currencies = ['EUR', 'DKK', 'USD', 'GBP', 'INR', 'CHF', 'BRL', 'SEK', 'PLN'];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."0123456789.,' \u00a0\u202f-–/()€$kr%MioDKK:\n~"), maxLength: 30 }),
);

describe('parsers', () => {
  it('survive any text, and give only values that the store accepts', () => {
    fc.assert(
      fc.property(
        fc.array(texts, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...locales),
        (column, language) => {
          const [text = ''] = column;
          const amount = parseAmount(text, { decimalSign: decideDecimalSign(column) });
          if (amount.kind === 'value') expect(amount.value.decimal).toMatch(/^-?\d{1,18}(\.\d{1,9})?$/);
          const order = decideDateOrder(column, { language });
          const date = parseDateTime(text, { order, today: '2026-03-01' });
          if (date.kind === 'value')
            expect(Temporal.PlainDate.from(date.value.date).toString()).toBe(date.value.date);
          const share = parsePercent(text, true);
          if (share.kind === 'value') expect(share.value >= 0 && share.value <= 1).toBe(true);
          parseOutcome(text);
        },
      ),
      { numRuns: 6000 },
    );
  }, 30_000);

  it('never read an amount without a figure, and never as another sign than shown', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const amount = parseAmount(text, {});
        if (amount.kind !== 'value') return;
        expect(text).toMatch(/\p{Nd}/u);
        if (!/[-\u2010-\u2015−(]/.test(text)) expect(amount.value.decimal).not.toMatch(/^-/);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(locales)('give back what Intl wrote in %s, or say that it is doubtful', (locale) => {
    const cents = fc.array(fc.integer({ min: -9_999_999_99, max: 9_999_999_99 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom(...currencies),
        fc.constantFrom(0, 2),
        (values, currency, digits) => {
          const amounts = values.map((value) => (digits === 0 ? Math.trunc(value / 100) : value / 100));
          const format = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          const column = amounts.map((amount) => format.format(amount));
          const decimalSign = decideDecimalSign(column);
          column.forEach((text, row) => {
            const reading = parseAmount(text, { decimalSign });
            if (digits === 0 && reading.kind === 'ambiguous') return;
            expect([text, reading]).toMatchObject([text, { kind: 'value', approximate: false }]);
            if (reading.kind === 'value')
              expect(Number(reading.value.decimal)).toBeCloseTo(amounts[row] ?? Number.NaN, 6);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each(locales)('give back the days that Intl wrote in %s, or say that they are doubtful', (locale) => {
    const days = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 6 });
    const styles = [
      { dateStyle: 'medium' },
      { dateStyle: 'long' },
      { year: 'numeric', month: '2-digit', day: '2-digit' },
    ] as const;
    fc.assert(
      fc.property(days, fc.constantFrom(...styles), (offsets, style) => {
        const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
        const dates = offsets.map((offset) => new Date(Date.UTC(2020, 0, 1 + offset)));
        const column = dates.map((date) => format.format(date));
        const order = decideDateOrder(column, { language: locale });
        column.forEach((text, row) => {
          const reading = parseDateTime(text, { order });
          if ('year' in style && reading.kind === 'ambiguous') return;
          const date = dates[row]?.toISOString().slice(0, 10);
          if ('dateStyle' in style && style.dateStyle === 'medium' && reading.kind === 'ambiguous')
            expect(text).toMatch(/^\d/);
          else expect([text, reading]).toMatchObject([text, { kind: 'value', value: { date } }]);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('do work that does not grow with a text beyond the cap', () => {
    // Counted in looks at the text, not in time: everything past the cap is never read.
    for (const parse of [
      (text: string) => parseAmount(text, {}),
      (text: string) => parseDateTime(text, {}),
      (text: string) => parsePercent(text, true),
    ]) {
      const long = '1,'.repeat(500_000);
      const started = performance.now();
      expect(parse(long).kind).toBe('unreadable');
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
