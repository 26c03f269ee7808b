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

it('a lead is from a file where a file told of it last, whichever came first', () => {
  const [early, late] = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'] as const;
  const isFromFile = (ours: Lead, theirs: Lead) => 'isFromFile' in joinLead(ours, theirs);
  const [file, told] = [{ isFromFile: true }, {}];
  for (const [first, last, is] of [
    [file, file, true],
    [told, file, true],
    [file, told, false],
    [told, told, false],
  ] as const) {
    expect(isFromFile(lead(early, first), lead(late, last))).toBe(is);
    expect(isFromFile(lead(late, last), lead(early, first))).toBe(is);
  }
  // The same file again, of which an earlier version did not note that it was one.
  expect(isFromFile(lead(late), lead(late, file))).toBe(true);
});

it('of one instant the second sight holds', () => {
  const at = '2026-03-01T00:00:00.000Z';
  expect(joinLead(lead(at, { owner: 'Ana' }), lead(at, { owner: 'Cy' })).owner).toBe('Cy');
});

it('one that was removed stays so until it is seen after that; who certainly saw it last is kept', () => {
  const [early, removedAt, late] = [1, 2, 3].map((day) => `2026-03-0${day}T00:00:00.000Z`);
  const gone = lead(early ?? '', { seenAs: 'u', removedAt: removedAt ?? '' });
  const isGone = (one: Lead) => 'removedAt' in joinLead(gone, one) || 'removedAt' in joinLead(one, gone);
  expect(isGone(lead(early ?? '', { seenAs: 'u' }))).toBe(true);
  expect(isGone(lead('2026-02-01T00:00:00.000Z'))).toBe(true);
  expect(isGone(lead(late ?? '', { seenAs: 'u' }))).toBe(false);
  expect(joinLead(gone, lead('2026-03-01T12:00:00.000Z')).seenAs).toBe('u');
  expect(joinLead(gone, lead('2026-03-01T12:00:00.000Z', { seenAs: 'v' })).seenAs).toBe('v');
});

const conversion = { convertedOn: '2026-03-10', convertedAt: '2026-03-09T23:30:00.000Z' };

it.each([
  // By a clock east of UTC, or west of it, the same conversion.
  ['2026-03-10', conversion.convertedAt],
  ['2026-03-09', conversion.convertedAt],
  ['2026-03-08', conversion.convertedAt],
  ['2026-03-11', undefined],
  ['2025-03-10', undefined],
  [null, undefined],
])('where a later sight shows that it became a deal on %s alone, the instant is %s', (convertedOn, at) => {
  const joined = joinLead(
    lead('2026-03-20T00:00:00.000Z', conversion),
    lead('2026-03-21T00:00:00.000Z', { convertedOn }),
  );
  expect(joined.convertedOn).toBe(convertedOn);
  expect(joined.convertedAt).toBe(at);
  expect('convertedAt' in joined).toBe(at !== undefined);
});

it('an earlier sight takes no instant away, nor does a later one that shows no day or another instant', () => {
  const [early, late] = ['2026-03-20T00:00:00.000Z', '2026-03-21T00:00:00.000Z'];
  expect(joinLead(lead(late, conversion), lead(early, { convertedOn: null }))).toMatchObject(conversion);
  expect(joinLead(lead(early, conversion), lead(late, { owner: 'Ana' }))).toMatchObject(conversion);
  const other = { convertedOn: '2026-03-15', convertedAt: '2026-03-15T08:00:00.000Z' };
  expect(joinLead(lead(early, conversion), lead(late, other))).toMatchObject(other);
});
