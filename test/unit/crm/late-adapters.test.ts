import { expect, it } from 'vitest';
import { generic } from '../../../lib/crm/generic/adapter';
import { whole } from '../../../lib/crm/generic/boxes/whole';
import { lateAdapter, publishAdapters } from '../../../lib/crm/late-adapters';
import { hasCome } from '../../../lib/crm/registry';

it('an adapter that lacks a part gives way to the whole one, and never takes its place', () => {
  const [first, second, third] = [generic(), generic(), generic()];
  expect([hasCome('generic'), hasCome('boxes'), hasCome('named')]).toEqual([false, false, false]);
  publishAdapters([first]);
  publishAdapters([second]);
  expect(lateAdapter('generic')).toBe(second);
  expect([hasCome('generic'), hasCome('boxes')]).toEqual([true, false]);
  publishAdapters([whole]);
  publishAdapters([third]);
  expect(lateAdapter('generic')).toBe(whole);
  expect([hasCome('boxes'), hasCome('named')]).toEqual([true, false]);
  publishAdapters([{ ...whole, crm: 'zoho' }]);
  expect(hasCome('named')).toBe(true);
});
