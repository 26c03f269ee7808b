import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealsHash, parseDealsHash } from '../../../../components/deal/deal-filter';
import { countedKinds } from '../../../../lib/pipeline/list/list-filter';

test('every filter comes back from its hash', () => {
  const text = fc.string({ minLength: 1 });
  const date = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const filter = fc.record(
    {
      outcome: fc.constantFrom('open', 'won', 'lost', 'unknown'),
      from: date,
      to: date,
      host: text,
      currency: text,
      counted: fc.constantFrom(...countedKinds),
      search: text,
      deal: text,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filter, (given) => {
      expect(parseDealsHash(dealsHash(given))).toEqual(given);
    }),
  );
});

test('an empty filter is the plain view', () => {
  expect(dealsHash({})).toBe('#/deals');
  expect(dealsHash({ search: '' })).toBe('#/deals');
  expect(parseDealsHash('#/deals')).toEqual({});
});

test('what a hash says wrongly is left out', () => {
  expect(parseDealsHash('#/deals?outcome=maybe&from=yesterday&counted=all&host=')).toEqual({});
});
