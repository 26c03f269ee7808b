import { expect, it } from 'vitest';
import { isWeekday } from '../../../../lib/crm/parse/is-weekday';
import { monthOf } from '../../../../lib/crm/parse/month-of';
import { foldWord } from '../../../../lib/crm/parse/fold-word';

const languages = ['en', 'da', 'de', 'fr', 'es', 'sv', 'nl', 'it', 'pt', 'nb', 'fi', 'cs', 'tr'];
const word = (text = '') => foldWord(text).replace(/\./g, '');

it.each(languages)('knows every month and weekday that the platform writes in %s', (language) => {
  for (const width of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: width,
      weekday: width,
      timeZone: 'UTC',
    });
    for (let month = 1; month <= 12; month += 1) {
      const parts = format.formatToParts(Date.UTC(2026, month - 1, month));
      const name = parts.find(({ type }) => type === 'month')?.value;
      expect([name, monthOf(word(name))]).toEqual([name, month]);
      for (const day of word(parts.find(({ type }) => type === 'weekday')?.value).split('-'))
        expect([day, isWeekday(day)]).toEqual([day, true]);
    }
  }
});

it('knows what people write besides', () => {
  for (const [name, month] of [
    ['mrz', 3],
    ['maerz', 3],
    ['janner', 1],
    ['fev', 2],
    ['sept', 9],
    ['sep', 9],
    ['sett', 9],
    ['dez', 12],
    ['styczen', undefined],
    ['stycznia', 1],
    // June or July, October or November: Croatian and Polish.
    ['lip', undefined],
    ['lis', undefined],
    ['listopada', undefined],
    // July or August: Croatian and Czech.
    ['srp', undefined],
    ['srpna', 8],
    ['cvc', 7],
    ['cvn', 6],
    ['rij', 10],
    ['pro', 12],
  ] as const)
    expect([name, monthOf(name)]).toEqual([name, month]);
});

it('knows no month in other words', () => {
  for (const other of ['market', 'maybe', 'january2', 'decided', 'q1', 'mardi', 'sep26', 'octagon', ''])
    expect(monthOf(other)).toBeUndefined();
});
