/**
 * Seven passes from ana to ben in one quarter, every measure worked out by hand. Copenhagen is at UTC+1 all the while.
 *
 * | Deal | Passed (local)   | What happened                                        | Decision          | Hours                   |
 * |------|------------------|------------------------------------------------------|-------------------|-------------------------|
 * | D1   | Mon 5 Jan 10:00  | qualified Tue 6 Jan 11:00; won 12,000.00 EUR in Feb  | accepted          | 7 (10-17) + 2 (9-11) = 9 |
 * | D2   | Fri 9 Jan 16:00  | qualified Mon 12 Jan 10:00; lost 1 March             | accepted          | 1 (16-17) + 1 (9-10) = 2 |
 * | D3   | Thu 15 Jan 09:00 | qualified the same day 13:30; won 5,000.00 DKK       | accepted          | 4.5                     |
 * | D4   | Tue 20 Jan 09:00 | lost Thu 22 Jan, "Not fit"                           | rejected          |                         |
 * | D5   | Wed 21 Jan 09:00 | back with ana Mon 26 Jan                             | recycled          |                         |
 * | D5   | Mon 2 Feb 09:00  | nothing until 4 March 09:00                          | lapsed, attempt 2 |                         |
 * | D6   | Wed 28 Jan 09:00 | nothing until 27 Feb; qualified 10 March, too late   | lapsed            |                         |
 */
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../lib/handoff/answer-line';
import { base, change, pass } from './requests';

const deal = (id: string, more: object): object => ({
  id,
  createdAt: '2026-01-02T10:00:00Z',
  createdBy: 'ana',
  owner: 'ben',
  stage: 'New',
  outcome: 'open',
  ...more,
});

const request = {
  ...base,
  deals: [
    deal('D1', {
      stage: 'Won',
      outcome: 'won',
      closedAt: '2026-02-10T10:00:00Z',
      amountMinor: 1_200_000,
      currency: 'EUR',
      qualification: { authority: 'CFO', need: 'n/a', money: '50k' },
      firstTouchAt: '2026-01-05T11:00:00Z',
      meetingSetFor: '2026-01-08T09:00:00Z',
      meetingHeld: true,
      hotPass: true,
    }),
    deal('D2', {
      stage: 'Lost',
      outcome: 'lost',
      closedAt: '2026-03-01T10:00:00Z',
      qualification: { authority: '-', need: 'yes', money: 'TBD' },
      firstTouchAt: '2026-01-12T08:30:00Z',
      meetingSetFor: '2026-01-13T09:00:00Z',
      meetingHeld: false,
      hotPass: false,
    }),
    deal('D3', {
      stage: 'Won',
      outcome: 'won',
      closedAt: '2026-02-20T10:00:00Z',
      amountMinor: 500_000,
      currency: 'DKK',
      qualification: { authority: 'CEO', need: 'growth', money: '10k' },
      firstTouchAt: '2026-01-15T10:00:00Z',
      meetingSetFor: '2026-01-16T09:00:00Z',
      meetingHeld: true,
    }),
    deal('D4', {
      stage: 'Lost',
      outcome: 'lost',
      closedAt: '2026-01-22T10:00:00Z',
      lostReason: 'Not fit',
      firstTouchAt: '2026-01-20T15:30:00Z',
      meetingSetFor: '2026-04-10T09:00:00Z',
    }),
    deal('D5', { qualification: { authority: 'CFO' } }),
    deal('D6', { stage: 'Qualified', qualification: {} }),
  ],
  changes: [
    pass('D1', '2026-01-05T09:00:00Z'),
    change('D1', 'stage', ['New', 'Qualified', '2026-01-06T10:00:00Z']),
    change('D1', 'stage', ['Qualified', 'Won', '2026-02-10T10:00:00Z']),
    pass('D2', '2026-01-09T15:00:00Z'),
    change('D2', 'stage', ['New', 'Qualified', '2026-01-12T09:00:00Z']),
    change('D2', 'stage', ['Qualified', 'Lost', '2026-03-01T10:00:00Z']),
    pass('D3', '2026-01-15T08:00:00Z'),
    change('D3', 'stage', ['New', 'Qualified', '2026-01-15T12:30:00Z']),
    change('D3', 'stage', ['Qualified', 'Won', '2026-02-20T10:00:00Z']),
    pass('D4', '2026-01-20T08:00:00Z'),
    change('D4', 'stage', ['New', 'Lost', '2026-01-22T10:00:00Z']),
    pass('D5', '2026-01-21T08:00:00Z'),
    change('D5', 'owner', ['ben', 'ana', '2026-01-26T08:00:00Z']),
    change('D5', 'qualification.authority', [null, 'CFO', '2026-01-30T08:00:00Z']),
    pass('D5', '2026-02-02T08:00:00Z'),
    pass('D6', '2026-01-28T08:00:00Z'),
    change('D6', 'stage', ['New', 'Qualified', '2026-03-10T08:00:00Z']),
  ],
};

const answer = JSON.parse(answerLine(JSON.stringify(request)));
const { measures } = answer;

describe('a quarter worked out by hand', () => {
  it('has seven passes, each with its attempt, rule and decision', () => {
    const found = answer.handoffs.map((one: Record<string, unknown>) =>
      [
        one.deal,
        one.attempt,
        one.from,
        one.to,
        one.rule,
        one.decision,
        one.decidedAt,
        one.hoursToAccept,
      ].join(' '),
    );
    expect(found).toEqual([
      'D1 1 ana ben 1 accepted 2026-01-06T10:00:00Z 9',
      'D2 1 ana ben 1 accepted 2026-01-12T09:00:00Z 2',
      'D3 1 ana ben 1 accepted 2026-01-15T12:30:00Z 4.5',
      'D4 1 ana ben 1 rejected 2026-01-22T10:00:00Z ',
      'D5 1 ana ben 1 recycled 2026-01-26T08:00:00Z ',
      'D6 1 ana ben 1 lapsed 2026-02-27T08:00:00Z ',
      'D5 2 ana ben 1 lapsed 2026-03-04T08:00:00Z ',
    ]);
  });

  it('counts 3 accepted, 1 rejected, 1 recycled, 2 lapsed', () => {
    expect(measures).toMatchObject({
      passes: 7,
      accepted: 3,
      rejected: 1,
      recycled: 1,
      lapsed: 2,
      undecided: 0,
    });
    expect(measures.returns).toEqual([
      { reason: 'not fit', n: 1 },
      { reason: 'not given', n: 1 },
    ]);
  });

  it('accepts 3 of 5 decided: Beta(1 + 3, 1 + 2), its mean 4 / 7', () => {
    const { value, low, high, n, raw } = measures.acceptanceRate;
    expect([n, raw]).toEqual([5, 0.6]);
    expect(value).toBeCloseTo(4 / 7, 5);
    // Chance that a Beta(4, 3) is below x = chance of 4 or more heads in 6 tosses of a coin of x.
    const below = (x: number): number => 15 * x ** 4 * (1 - x) ** 2 + 6 * x ** 5 * (1 - x) + x ** 6;
    expect(below(low)).toBeCloseTo(0.1, 4);
    expect(below(high)).toBeCloseTo(0.9, 4);
  });

  it('takes 2, 4.5 and 9 business hours to accept: half by 4.5, nine tenths by 9', () => {
    expect(measures.timeToAcceptHours).toEqual({ median: 4.5, p90: 9, n: 3, censored: 0 });
  });

  it('is touched after 2 (D1), 1.5 (D2), 2 (D3) and 7.5 (D4) hours: half of them by 2', () => {
    expect(measures.timeToTouchHours).toEqual({ median: 2, p90: 7.5, n: 4, censored: 0 });
  });

  it('is complete by 3/4, 1/4, 1, 0, 0 and 2/4, D4 not known: 2.5 of 6', () => {
    // D5 had no authority at its first pass, and had it (2 of 4) at its second.
    expect(measures.completeness).toMatchObject({ n: 6, raw: 0.416667, value: 0.4375 }); // (1 + 2.5) / (2 + 6)
  });

  it('holds 2 of 3 meetings, wins 2 of 4 closed deals, reaches stage 2 within 30 days 3 times in 7', () => {
    expect(measures.heldRate).toMatchObject({ n: 3, raw: 0.666667, value: 0.6 }); // (1 + 2) / (2 + 3)
    expect(measures.winRate).toMatchObject({ n: 4, raw: 0.5, value: 0.5 });
    expect(measures.stage1to2).toMatchObject({ n: 7, raw: 0.428571, value: 0.444444 }); // (1 + 3) / (2 + 7)
    expect(measures.wonValueMinor).toEqual({ EUR: 1_200_000, DKK: 500_000 });
    expect(measures).not.toHaveProperty('wonWithoutCurrency');
  });

  it('knows of two passes whether they were hot: too few', () => {
    expect(measures.hotPass).toEqual({ kind: 'too-few', n: 2 });
  });

  it('passes the audit once, D3, in seven', () => {
    expect(measures.auditPass).toMatchObject({ n: 7, raw: 0.142857, value: 0.222222 }); // (1 + 1) / (2 + 7)
  });

  it('has an index of 50.81 of four parts; stage 1 to 2 is left out, acceptance was found by it', () => {
    // Touched within 4 hours: D1, D2, D3 of 7: (1 + 3) / (2 + 7) = 4/9.
    // (4/7 x 0.4375 x 0.6 x 4/9) = (0.25 x 0.6 x 4/9) = 1/15; its fourth root is 0.508133.
    expect(measures.qualityIndex.value).toBeCloseTo(50.8133, 3);
    expect(measures.qualityIndex.parts).toEqual({
      acceptance: 0.571429,
      completeness: 0.4375,
      heldRate: 0.6,
      timeliness: 0.444444,
    });
    expect(measures.qualityIndex.missing).toEqual(['stage1to2']);
  });

  it('has a cohort of six in January, 3 of 5, and one of one in February', () => {
    expect(
      answer.cohorts.map(
        ({
          month,
          maturing,
          measures: of,
        }: {
          month: string;
          maturing: boolean;
          measures: Record<string, unknown>;
        }) => [month, maturing, of['passes'], of['acceptanceRate']],
      ),
    ).toEqual([
      ['2026-01', false, 6, expect.objectContaining({ n: 5, raw: 0.6, value: 0.571429 })],
      ['2026-02', false, 1, { kind: 'too-few', n: 0 }],
    ]);
  });
});
