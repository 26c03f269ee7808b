import { expect, it } from 'vitest';
import { dayText } from '../../../../lib/calendar/day-text';
import { forecastBook } from '../../../../lib/forecast/forecast-book';
import { recurringDesk } from '../../../../lib/forecast/recurring/recurring-desk';
import { NO_WHAT_IF } from '../../../../lib/forecast/what-if/no-what-if';
import type { SupposedDeal, WhatIf } from '../../../../lib/forecast/what-if/what-if';
import { whatIfDesk } from '../../../../lib/forecast/what-if/what-if-desk';
import { bookOf, periodsOf } from './kept-forecast';

const book = bookOf('steady');
const spans = periodsOf(book.asOf, 60_000);
const found = forecastBook(book, { periods: spans });
const [id = ''] = Array.from(found.now.open.deals, (row) => book.ids[row] ?? '');
const end = dayText(book.asOf + 10);
const common = {
  kind: 'new',
  outcome: 'won',
  closedOn: dayText(book.asOf - 300),
  annualMinor: 1000,
} as const;
/** Twelve terms that were due, of which three were lost; one is due in ten days, and the open deal is its renewal. */
const closed = [
  { ...common, id: 'mine', account: 'Mine', endOn: end },
  ...Array.from({ length: 12 }, (_, nth) => {
    const [account, endOn] = [`A${nth}`, dayText(book.asOf - 100)];
    const renewal = { ...common, kind: 'renewal', closedOn: dayText(book.asOf - 110), endOn: null } as const;
    return [
      { ...common, id: `t${nth}`, account, endOn },
      ...(nth < 3 ? [] : [{ ...renewal, id: `r${nth}`, account }]),
    ];
  }).flat(),
];
const desk = whatIfDesk({
  found,
  renewals: new Set([id]),
  recurring: recurringDesk(
    {
      closed,
      open: [{ id, account: 'Mine', kind: 'renewal', annualMinor: 1000, closeOn: end }],
      winsOfYear: 22,
      noRate: 0,
      undated: 0,
    },
    {
      today: dayText(book.asOf - 1),
      periods: spans.map((span) => ({ start: dayText(span.start), end: dayText(span.end) })),
    },
  ),
});
const ahead = (whatIf: Partial<WhatIf>, nth = 0) => {
  const one = desk.answer({ nth, whatIf: { ...NO_WHAT_IF, ...whatIf }, shown: [] })?.recurring;
  if (one?.kind !== 'expected') throw new Error('nothing expected');
  return one;
};
const only = (deal: SupposedDeal) => ({ deals: new Map([[id, deal]]) });

it('recurring revenue follows what is supposed of a renewal', () => {
  const usual = ahead({});
  expect(usual.churned).toBeCloseTo(250, 9);
  expect(ahead(only({ fate: 'lost' }))).toMatchObject({ churned: 1000, end: usual.end - 750 });
  expect(ahead(only({ fate: 'won' }))).toMatchObject({ churned: 0, end: usual.end + 250 });
  expect(ahead(only({ fate: 'lost' }), 1).churned).toBe(1000);
  expect(ahead({ churn: 2 }).churned).toBeCloseTo(500, 9);
  expect(ahead({ churn: 2, ...only({ fate: 'won' }) }).churned).toBe(0);
});

it('a renewal that is priced otherwise brings otherwise by the year, in the same measure', () => {
  const row = found.now.open.deals[0] ?? -1;
  const price = desk.answer({ nth: 0, whatIf: NO_WHAT_IF, shown: [id] })?.deals[0]?.usualValue ?? NaN;
  expect(book.ids[row]).toBe(id);
  expect(ahead(only({ fate: 'won', value: price / 2 })).contraction).toBeCloseTo(500, 6);
  // Open, three quarters of it are renewed: at half the price 750 times a half is gone.
  const open = only({ fate: 'open', value: price / 2 });
  expect(ahead(open).end).toBeCloseTo(ahead({}).end - 375, 6);
  expect(ahead(open, 1).end).toBeCloseTo(ahead({}, 1).end - 375, 6);
  expect(ahead({ dealSize: 2, ...only({ fate: 'won' }) }).expansion).toBeCloseTo(1000, 6);
});
