import { expect, test } from 'vitest';
import { byMost } from '../../../../lib/forecast/recurring/by-most';
import { firstPlace } from '../../../../lib/forecast/recurring/first-place';
import type { Contract, Group } from '../../../../lib/forecast/recurring/renewal-group';

function group(id: string, annualMinor: number): Group {
  const deal = {
    id,
    account: 'A',
    kind: 'new',
    outcome: 'won',
    closedOn: '2025-01-01',
    annualMinor,
    endOn: null,
  } as const;
  const contract: Contract = { deal, annualMinor, words: new Set(), from: 0, window: undefined };
  return { contracts: [contract], renewals: [] };
}

const valueOf = ({ contracts }: Group): number => contracts[0]?.annualMinor ?? 0;
const namesOf = (groups: readonly Group[]) => groups.map(({ contracts }) => contracts[0]?.deal.id);

test('the first of the largest that fits is changed, and stands where its new value is', () => {
  const ranked = byMost([group('b', 5), group('a', 5), group('c', 9), group('d', 1)], valueOf);
  expect(namesOf(ranked.all())).toEqual(['c', 'a', 'b', 'd']);
  ranked.change((one) => (valueOf(one) < 9 ? group('a', 2) : undefined));
  expect(namesOf(ranked.all())).toEqual(['c', 'b', 'a', 'd']);
  expect(ranked.all().map(valueOf)).toEqual([9, 5, 2, 1]);
  ranked.change(() => undefined);
  expect(ranked.all()).toHaveLength(4);
});

test('of 100,000 groups a few hundred are tried for each of those that are to be joined', () => {
  const many = Array.from({ length: 100_000 }, (_, nth) => group(String(nth), nth));
  const ranked = byMost(many, valueOf);
  let tried = 0;
  for (let nth = 0; nth < 100; nth += 1) ranked.change(() => void (tried += 1));
  expect(tried).toBeLessThanOrEqual(100 * 300);
  expect(ranked.all()).toHaveLength(100_000);
});

test('the first place is that of the first one which does not come before', () => {
  expect([0, 1, 3, 4, 9].map((day) => firstPlace([1, 3, 3, 8], (one) => one < day))).toEqual([0, 0, 1, 3, 4]);
  expect(firstPlace([], () => true)).toBe(0);
});
