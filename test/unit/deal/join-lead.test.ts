import { expect, it } from 'vitest';
import { joinLead } from '../../../lib/deal/join-lead';
import type { Lead } from '../../../lib/deal/lead';

const lead = (seenAt: string, more: Partial<Lead> = {}): Lead => ({
  key: 'x|t|1',
  crm: 'x',
  tenant: 't',
  host: 'h',
  id: '1',
  seenAt,
  ...more,
});

it('the later of two sights of a lead holds, and each completes what the other does not show', () => {
  const first = lead('2026-03-01T00:00:00.000Z', { owner: 'Ana', source: 'Web' });
  const later = lead('2026-03-02T00:00:00.000Z', { owner: null, convertedTo: 'x|t|9' });
  const both = { ...first, ...later };
  expect(joinLead(undefined, first)).toBe(first);
  expect(joinLead(first, later)).toEqual(both);
  expect(joinLead(later, first)).toEqual(both);
  expect(both).toMatchObject({ owner: null, source: 'Web', convertedTo: 'x|t|9' });
});

it('of one instant the second sight holds', () => {
  const at = '2026-03-01T00:00:00.000Z';
  expect(joinLead(lead(at, { owner: 'Ana' }), lead(at, { owner: 'Cy' })).owner).toBe('Cy');
});
