/**
 * A cohort that is still open, by Aalen & Johansen, and a person among colleagues: both by hand.
 *
 * Four passes in March 2026, seen at the end of 31 March; the window is 30 days.
 *
 * | Pass | Passed  | Happened              | Life                 |
 * |------|---------|-----------------------|----------------------|
 * | M1   | 8 March | accepted 2 days later | 2 days, accepted     |
 * | M2   | 27 March| nothing in its 4 days | 4 days, watched only |
 * | M3   | 14 March| lost 6 days later     | 6 days, returned     |
 * | M4   | 3 March | accepted 10 days later| 10 days, accepted    |
 *
 * Day 2: 1 of 4 at risk is accepted: accepted 1/4, undecided 3/4. Day 4: M2 leaves, 2 are left.
 * Day 6: 1 of 2 comes back: returned 3/4 x 1/2 = 3/8, undecided 3/8. Day 10: 1 of 1 is accepted: accepted 1/4 + 3/8 = 5/8.
 * Accepted among the decided at the end: 5/8 of 1. Counting heads says 2 of 3, which is `raw`.
 * Three were decided, so Beta(1 + 3 x 5/8, 1 + 3 x 3/8), its mean 2.875 / 5 = 0.575.
 */
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../lib/handoff/answer-line';
import { base, change, pass } from './requests';

const march = {
  ...base,
  deals: ['M1', 'M2', 'M3', 'M4'].map((id) => ({ id, createdAt: '2026-03-01T08:00:00Z', owner: 'ben' })),
  changes: [
    pass('M1', '2026-03-08T00:00:00Z'),
    change('M1', 'stage', ['New', 'Qualified', '2026-03-10T00:00:00Z']),
    pass('M2', '2026-03-27T00:00:00Z'),
    pass('M3', '2026-03-14T00:00:00Z'),
    change('M3', 'outcome', ['open', 'lost', '2026-03-20T00:00:00Z']),
    pass('M4', '2026-03-03T00:00:00Z'),
    change('M4', 'stage', ['New', 'Qualified', '2026-03-13T00:00:00Z']),
  ],
};

describe('a maturing cohort worked out by hand', () => {
  it('accepts 5/8 of what it will decide, shrunk to 0.575', () => {
    const { cohorts } = JSON.parse(answerLine(JSON.stringify(march)));
    expect(cohorts).toHaveLength(1);
    expect(cohorts[0]).toMatchObject({ month: '2026-03', maturing: true });
    expect(cohorts[0].measures).toMatchObject({
      passes: 4,
      accepted: 2,
      rejected: 1,
      undecided: 1,
      lapsed: 0,
    });
    expect(cohorts[0].measures.acceptanceRate).toMatchObject({ n: 3, raw: 0.666667, value: 0.575 });
  });
});

/**
 * In January ana passed five deals, three accepted; cy passed four, three accepted; all were decided by verdicts.
 * ana's colleagues: (3 + 1) / (4 + 2) = 2/3, worth 4 + 2 = 6 passes (at most 10): Beta(4, 2) before she passes any.
 * With hers: Beta(4 + 3, 2 + 2), its mean 7/11 = 0.636364; unshrunk 0.6.
 * cy's colleagues: (3 + 1) / (5 + 2) = 4/7, worth 7: Beta(4, 3); with hers Beta(7, 4), 7/11 as well; unshrunk 0.75.
 */
const decisions = { ana: 'aaarr', cy: 'aaar' };
const passes = Object.entries(decisions).flatMap(([sdr, all]) =>
  Array.from(all, (letter, at) => ({
    id: `${sdr}${at}`,
    sdr,
    decision: letter === 'a' ? 'accepted' : 'rejected',
  })),
);
const january = {
  ...base,
  deals: passes.map(({ id }) => ({ id, createdAt: '2026-01-05T08:00:00Z', owner: 'ben' })),
  changes: passes.map(({ id, sdr }) => change(id, 'owner', [sdr, 'ben', '2026-01-12T08:00:00Z'])),
  verdicts: passes.map(({ id, decision }) => ({
    deal: id,
    attempt: 1,
    decision,
    at: '2026-01-13T08:00:00Z',
    by: 'ben',
  })),
};

describe('a person among colleagues, worked out by hand', () => {
  it('is shrunk to the team without that person', () => {
    const { byPerson, measures } = JSON.parse(answerLine(JSON.stringify(january)));
    const rates = Object.fromEntries(
      byPerson.map(
        ({ id, role, measures: of }: { id: string; role: string; measures: Record<string, unknown> }) => [
          `${role} ${id}`,
          of['acceptanceRate'],
        ],
      ),
    );
    expect(rates['sdr ana']).toMatchObject({ n: 5, raw: 0.6, value: 0.636364 });
    expect(rates['sdr cy']).toMatchObject({ n: 4, raw: 0.75, value: 0.636364 });
    // ben has no colleagues: Beta(1, 1) and 6 of 9, as for all of them together. (1 + 6) / (2 + 9)
    expect(rates['ae ben']).toMatchObject({ n: 9, raw: 0.666667, value: 0.636364 });
    expect(measures.acceptanceRate).toEqual(rates['ae ben']);
  });
});
