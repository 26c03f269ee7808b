import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apartUnit } from '../../../lib/deal/apart-unit';
import { shownUnit } from '../../../lib/deal/shown-unit';

test('a unit that only a sign tells comes back from its name, whatever the sign, and is never taken for a code', () => {
  const sign = fc.oneof(
    fc.constantFrom('$', 'kr.', 'EUR', '~', '?', ''),
    fc.string().filter((text) => !text.includes('\n')),
  );
  const tenant = fc.constantFrom('crm.example.com', 'crm.example.com/sales', '12345');
  fc.assert(
    fc.property(sign, tenant, (currencySymbol, of) => {
      expect(shownUnit(apartUnit({ currencySymbol, tenant: of }))).toEqual({
        sign: currencySymbol,
        tenant: of,
      });
    }),
  );
});

test('a code has no sign, and a sign without a CRM is that of any', () => {
  expect(shownUnit('EUR')).toBeUndefined();
  expect(shownUnit('kr.')).toEqual({ sign: 'kr.', tenant: undefined });
  expect(shownUnit('?')).toEqual({ sign: '', tenant: undefined });
});
