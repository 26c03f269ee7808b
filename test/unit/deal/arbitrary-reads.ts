import * as fc from 'fast-check';
import type { DealField, DealRead, DealValues, StatedAmount } from '../../../lib/deal/deal';
import type { ReadSource } from '../../../lib/deal/evidence-of-read';

/** A read together with where it was made. */
export interface Seen {
  readonly read: DealRead & { readonly id: string };
  readonly source: ReadSource;
}

export const place = { crm: 'crm', tenant: 'crm.example.com', host: 'crm.example.com' } as const;

/** Few values and few instants, so that ties and contradictions are the rule and not the exception. */
const word = fc.constantFrom<(string | null)[]>('A', 'B', 'C', null);
const day = fc.constantFrom<(string | null)[]>('2026-01-31', '2026-02-28', null);
const instants = [0, 1, 2, 3, 4, 5].map((nth) => `2026-03-0${nth + 1}T08:00:00.000Z`);

export function statedAmount(
  codes: readonly (string | undefined)[],
  symbols: readonly (string | undefined)[],
) {
  return fc
    .record({
      decimal: fc.constantFrom('100', '100.00', '12.5', '250', '1999', '0', '-5', '30000'),
      currency: fc.constantFrom(...codes),
      symbol: fc.constantFrom(...symbols),
    })
    .map(({ decimal, currency, symbol }): StatedAmount => ({
      decimal,
      ...(currency === undefined ? {} : { currency }),
      ...(symbol === undefined ? {} : { symbol }),
    }));
}

const amount = statedAmount(
  ['USD', 'DKK', 'JPY', 'KWD', 'XYZ', undefined, undefined],
  ['$', 'kr', 'kr.', '¥', '¤¤', undefined, undefined],
);

const values: fc.Arbitrary<DealValues> = fc.record(
  {
    name: word,
    stage: word,
    owner: word,
    nextStep: word,
    outcome: fc.constantFrom('open', 'won', 'lost', null),
    closeOn: day,
    crmProbability: fc.constantFrom(0.1, 0.5, null),
    meetingHeld: fc.constantFrom(true, false, null),
    hotPass: fc.constantFrom(true, false, null),
    amount: fc.option(amount, { freq: 6 }),
    recurring: fc.option(amount, { freq: 6 }),
    recurringPeriod: fc.constantFrom('month', 'year', null),
    qualification: fc.dictionary(fc.constantFrom('need', 'money'), word, { maxKeys: 2 }),
  },
  { requiredKeys: [] },
);

const approximate = fc.subarray<DealField>(['amount', 'recurring', 'name', 'stage', 'qualification']);

export const seen: fc.Arbitrary<Seen> = fc
  .record({
    values,
    approximate: fc.option(approximate, { nil: undefined, freq: 2 }),
    url: fc.constantFrom(undefined, 'https://crm.example.com/7', 'https://crm.example.com/7?tab=1'),
    at: fc.constantFrom(...instants),
    from: fc.constantFrom('api' as const, 'page' as const),
    view: fc.constantFrom('list:deals', 'record:deals'),
    host: fc.constantFrom('crm.example.com', 'www.crm.example.com'),
    seenAs: fc.constantFrom(undefined, 'ida', 'bo'),
  })
  .map(({ values: shown, approximate: rough, url, at, from, view, host, seenAs }) => ({
    read: {
      id: '7',
      at,
      values: shown,
      ...(rough === undefined ? {} : { approximate: rough }),
      ...(url === undefined ? {} : { url }),
    },
    source: { ...place, host, from, view, seenAs },
  }));
