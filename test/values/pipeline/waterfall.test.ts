import { describe, expect, it } from 'vitest';
import type { DealPair, DealState } from '../../../lib/pipeline/waterfall/deal-pair';
import { waterfall } from '../../../lib/pipeline/waterfall/waterfall';

/*
 * Ada's open deals that are to close on days 100 to 189, on two days. EUR unless it says otherwise.
 *
 *  deal                      opening   reason        change   closing
 *   1 won                       1000   won            -1000
 *   2 lost                      2000   lost           -2000
 *   3 deleted                    300   deleted         -300
 *   4 to Bo                      400   owner-out       -400
 *   5 to day 200                 500   pushed-out      -500
 *   6 to day 90                  600   pulled-out      -600
 *   7 750                        700   amount-up        +50      750
 *   8 720                        800   amount-down      -80      720
 *   9 as it was                  900                             900
 *  10 new                              created        +1000     1000
 *  11 was lost                         reopened       +1100     1100
 *  12 was Bo's                         owner-in       +1200     1200
 *  13 was for day 250                  pulled-in      +1300     1300
 *  14 was for day 80                   pushed-in      +1400     1400
 *  15 not known then                   first-read     +1500     1500
 *  16 Bo's all the time
 *  17 won, now Bo's, moved        50   won              -50
 *  18 was for day 250, 100             pulled-in       +160      160
 *  19 EUR 100, now DKK 745       100   amount-down     -100          (DKK: amount-up +745, 745)
 *
 *  Opening 1000 + 2000 + 300 + 400 + 500 + 600 + 700 + 800 + 900 + 50 + 100 = 7350.
 *  Down: 1050 + 2000 + 300 + 400 + 500 + 600 + 180 = 5030. Up: 50 + 1000 + 1100 + 1200 + 1460 + 1400 + 1500 = 7710.
 *  Closing 7350 - 5030 + 7710 = 10030
 *        = 750 + 720 + 900 + 1000 + 1100 + 1200 + 1300 + 1400 + 1500 + 160.
 */
const open = (minor: number, given: Partial<DealState> = {}): DealState => ({
  outcome: 'open',
  minor,
  unit: 'EUR',
  owner: 'Ada',
  closeDay: 150,
  ...given,
});
const pairs: readonly DealPair[] = [
  { key: '1', before: open(1000), after: open(1000, { outcome: 'won' }) },
  { key: '2', before: open(2000), after: open(2000, { outcome: 'lost' }) },
  { key: '3', before: open(300), after: 'absent' },
  { key: '4', before: open(400), after: open(400, { owner: 'Bo' }) },
  { key: '5', before: open(500), after: open(500, { closeDay: 200 }) },
  { key: '6', before: open(600), after: open(600, { closeDay: 90 }) },
  { key: '7', before: open(700), after: open(750) },
  { key: '8', before: open(800), after: open(720) },
  { key: '9', before: open(900), after: open(900) },
  { key: '10', before: 'absent', after: open(1000) },
  { key: '11', before: open(1100, { outcome: 'lost' }), after: open(1100) },
  { key: '12', before: open(1200, { owner: 'Bo' }), after: open(1200) },
  { key: '13', before: open(1300, { closeDay: 250 }), after: open(1300) },
  { key: '14', before: open(1400, { closeDay: 80 }), after: open(1400) },
  { key: '15', before: 'unknown', after: open(1500) },
  { key: '16', before: open(9999, { owner: 'Bo' }), after: open(8888, { owner: 'Bo' }) },
  { key: '17', before: open(50), after: open(60, { outcome: 'won', owner: 'Bo', closeDay: 300 }) },
  { key: '18', before: open(100, { closeDay: 250 }), after: open(160) },
  { key: '19', before: open(100), after: open(745, { unit: 'DKK' }) },
];
const view = { members: new Set(['Ada']), period: { start: 100, end: 190 } };

describe('the waterfall, worked by hand', () => {
  const [eur, dkk] = waterfall(pairs, view);

  it('gives one ranked reason to each deal, and reconciles', () => {
    expect(eur).toMatchObject({
      unit: 'EUR',
      opening: { minor: 7350, n: 11 },
      closing: { minor: 10_030, n: 10 },
      unchanged: 1,
    });
    expect(eur?.bars.map(({ reason, minor, deals }) => [reason, minor, deals.map(({ key }) => key)])).toEqual(
      [
        ['won', -1050, ['1', '17']],
        ['lost', -2000, ['2']],
        ['deleted', -300, ['3']],
        ['owner-out', -400, ['4']],
        ['owner-in', 1200, ['12']],
        ['pulled-in', 1460, ['13', '18']],
        ['pushed-in', 1400, ['14']],
        ['pushed-out', -500, ['5']],
        ['pulled-out', -600, ['6']],
        ['created', 1000, ['10']],
        ['reopened', 1100, ['11']],
        ['first-read', 1500, ['15']],
        ['amount-up', 50, ['7']],
        ['amount-down', -180, ['19', '8']],
      ],
    );
  });

  it('keeps currencies apart: what turns from one into another leaves the one and comes into the other', () => {
    expect(dkk).toEqual({
      unit: 'DKK',
      opening: { minor: 0, n: 0 },
      closing: { minor: 745, n: 1 },
      unchanged: 0,
      tooLarge: 0,
      bars: [{ reason: 'amount-up', minor: 745, deals: [{ key: '19', beforeMinor: 0, afterMinor: 745 }] }],
    });
  });

  it('knows no moves of dates where every open deal counts', () => {
    const [all] = waterfall(pairs, { members: undefined, period: undefined });
    const reasons = all?.bars.map(({ reason }) => reason);
    expect(reasons).toEqual([
      'won',
      'lost',
      'deleted',
      'created',
      'reopened',
      'first-read',
      'amount-up',
      'amount-down',
    ]);
  });

  it('takes a deal without a close date to be in no period', () => {
    const [none] = waterfall(
      [{ key: '1', before: open(10), after: open(10, { closeDay: undefined }) }],
      view,
    );
    expect(none?.bars).toMatchObject([{ reason: 'pushed-out', minor: -10 }]);
  });
});
