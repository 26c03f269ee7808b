import { expect, it } from 'vitest';
import { dealDrivers } from '../../../lib/forecast/deal-drivers';
import { greatestChance } from '../../../lib/forecast/greatest-chance';
import { makeBook } from '../../../lib/forecast/make-book';
import { NO_WHAT_IF } from '../../../lib/forecast/what-if/no-what-if';
import { answerWhatIf } from '../../../lib/forecast/what-if/answer-what-if';
import { deal, request } from './make-request';
import { keptForecast } from './what-if/kept-forecast';

it('the greatest chance is a half without a win, 3 in 5 with one, 7 in 9 with five, and has no bound with many', () => {
  expect(greatestChance(0, 2)).toBe(0.5);
  expect(greatestChance(1, 2)).toBe(0.6);
  expect(greatestChance(5, 2)).toBeCloseTo(7 / 9, 12);
  expect(greatestChance(1e6, 2)).toBeCloseTo(1, 5);
});

it('where it binds, drivers still multiply to the chance, and supposing nothing is still the forecast', () => {
  const won = deal('W', { createdAt: '2026-04-09', status: 'won', closedAt: '2026-04-10' });
  const stages = [{ id: 'Open', order: 1, probability: 1 }];
  const open = [deal('A', { createdAt: '2026-04-08' }), deal('B', { createdAt: '2025-04-10' })];
  const book = makeBook(request([won, ...open], { stages, dataStart: '2025-04-01' }));
  const { plain, kept } = keptForecast(book, 1000);
  expect(plain.everChances[0]).toBe(0.6);
  const span = { start: book.asOf, end: book.asOf + 365 };
  const steps = dealDrivers(book, { now: plain.now, effects: plain.learner.effects, span })(
    plain.deals[0] ?? -1,
  );
  expect(steps.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(0.6, 10);
  kept.forEach((one, nth) => {
    const { forecast, chances } = answerWhatIf(one, NO_WHAT_IF);
    expect(forecast).toEqual(plain.forecasts[nth]);
    expect(chances).toEqual(plain.periodChances[nth]);
  });
});
