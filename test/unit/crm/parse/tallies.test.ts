import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideDateOrder } from '../../../../lib/crm/parse/decide-date-order';
import { decideDecimalSign } from '../../../../lib/crm/parse/decide-decimal-sign';
import { tallyDates } from '../../../../lib/crm/parse/tally-dates';
import { tallyNumbers } from '../../../../lib/crm/parse/tally-numbers';

const numbers = fc.constantFrom(
  '1.500',
  '12.400,50',
  '€36,340',
  '€1,250.00',
  '500',
  '12 deals',
  '4711',
  '1,2 Mio. €',
  '$12.000',
  '',
);
const dates = fc.constantFrom('05/03/2026', '28/02/2026', '02/28/2026', '31.12.2026', '26-12-31', 'soon', '');

describe('what a column’s values say together', () => {
  it('is the same in whatever order they come, how often, and in how many parts of the page', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 12 }), fc.nat(12), (texts, cut) => {
        const whole = decideDecimalSign(texts);
        expect(decideDecimalSign([...texts, ...texts].toReversed())).toBe(whole);
        const [one, other] = [tallyNumbers(), tallyNumbers()];
        for (const text of texts.slice(0, cut)) one.add(text);
        for (const text of texts.slice(cut)) other.add(text);
        one.join(other);
        expect(one.decide()).toBe(whole);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(dates, { maxLength: 8 }),
        fc.nat(8),
        fc.constantFrom('', 'da', 'de-DE', 'en'),
        (texts, cut, language) => {
          const whole = decideDateOrder(texts, { language });
          expect(decideDateOrder([...texts, ...texts].toReversed(), { language })).toBe(whole);
          const [one, other] = [tallyDates(language), tallyDates(language)];
          for (const text of texts.slice(0, cut)) one.add(text);
          for (const text of texts.slice(cut)) other.add(text);
          one.join(other);
          expect(one.decide()).toBe(whole);
        },
      ),
    );
  });

  it('keeps a few signs, however many they are', () => {
    const tally = tallyNumbers();
    for (let n = 0; n < 5000; n += 1) tally.add(`€${(1000 + n * 10).toLocaleString('en-US')}`);
    expect(tally.decide()).toBe('.');
    expect(Object.values(tally.seen).reduce((sum, { size }) => sum + size, 0)).toBeLessThan(10);
  });
});
