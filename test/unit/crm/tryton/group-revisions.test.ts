import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRevisions, type Revision } from '../../../../lib/crm/tryton/group-revisions';

const at = (n: number) => `2026-01-01T00:00:00.${String(n).padStart(6, '0')}Z`;
const life = (times: readonly number[]): Revision[] => times.map((n) => ({ at: at(n), datetime: n }));

describe('groupRevisions', () => {
  it('reads deals of one time in one call, and leaves the newest revision of each out', () => {
    const groups = groupRevisions(
      new Map([
        ['1', life([1, 5])],
        ['2', life([2, 9])],
        ['3', life([3])],
      ]),
    );
    expect(groups).toMatchObject([
      {
        datetime: 2,
        members: [
          { id: '1', at: at(1) },
          { id: '2', at: at(2) },
        ],
      },
    ]);
  });

  it('asks for each past revision once, at an instant at which it shows', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 12 }), (lives) => {
        const sorted = lives.map((one) => one.toSorted((a, b) => a - b));
        const revisions = new Map(sorted.map((one, nth) => [String(nth), life(one)]));
        const asked = groupRevisions(revisions).flatMap(({ datetime, members }) =>
          members.map(({ id, at: start }) => ({ id, start, datetime: Number(datetime) })),
        );
        for (const { id, start, datetime } of asked) {
          const shown = sorted[Number(id)]?.filter((n) => n <= datetime).at(-1);
          expect(at(shown ?? -1)).toBe(start);
        }
        const expected = sorted.flatMap((one, nth) => one.slice(0, -1).map((n) => `${nth}@${at(n)}`));
        expect(asked.map(({ id, start }) => `${id}@${start}`).toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
