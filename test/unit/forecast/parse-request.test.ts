import { describe, expect, it } from 'vitest';
import { answerLine } from '../../../lib/forecast/answer-line';
import { parseRequest } from '../../../lib/forecast/parse-request';

const deal = {
  id: 'A',
  createdAt: '2017-05-01',
  stage: 'Engaging',
  stageSince: '2017-05-01',
  status: 'open',
  amount: 100,
  owner: null,
  closedAt: null,
  closedAmount: null,
  expectedCloseDate: null,
  history: [],
};
const good = {
  v: 1,
  id: 'r1',
  asOf: '2017-07-09',
  dataStart: '2017-03-01',
  stages: [{ id: 'Engaging', order: 1, probability: 0.3 }],
  periods: [{ id: 'M2017-07', start: '2017-07-01', end: '2017-08-01', target: 900000 }],
  deals: [deal],
};

const clock = (): number => 0;
const line = (change: object): string => JSON.stringify({ ...good, ...change });
const withDeal = (change: object): string => line({ deals: [{ ...deal, ...change }] });

describe('a line of the form', () => {
  it('is answered with its id, the time it took, forecasts and chances', () => {
    const answer = JSON.parse(answerLine(JSON.stringify(good), clock));
    expect(Object.keys(answer)).toEqual(['id', 'elapsedMs', 'forecasts', 'perDeal', 'remarks']);
    expect(answer.id).toBe('r1');
    expect(Object.keys(answer.forecasts[0])).toEqual(
      expect.arrayContaining(['period', 'wonToDate', 'p10', 'p50', 'mean', 'p90', 'pHit']),
    );
    expect(answer.perDeal).toEqual([
      { id: 'A', pWin: expect.any(Number), pWinInPeriod: { 'M2017-07': expect.any(Number) } },
    ]);
  });

  it('may leave out what may be unknown', () => {
    const { id, createdAt, status } = deal;
    const bare = line({
      dataStart: null,
      stages: [],
      periods: [{ id: 'x', start: '2017-07-01', end: '2017-08-01' }],
      deals: [{ id, createdAt, status }],
    });
    expect(parseRequest(bare).kind).toBe('request');
    expect(JSON.parse(answerLine(bare, clock)).forecasts[0].pHit).toBeNull();
  });

  it('gives the same answer every time', () => {
    expect(answerLine(JSON.stringify(good), clock)).toBe(answerLine(JSON.stringify(good), clock));
  });
});

describe('a malformed line is an error that names the place', () => {
  it.each([
    ['nonsense', null, 'the line is not JSON'],
    ['[1]', null, 'the line is not an object'],
    ['null', null, 'the line is not an object'],
    [line({ v: 2 }), 'r1', 'v is not 1'],
    [line({ id: null }), null, 'id is neither text nor a number'],
    [line({ asOf: '2017-02-30' }), 'r1', 'asOf is no day: 2017-02-30'],
    [line({ asOf: 20170709 }), 'r1', 'asOf is not text'],
    [line({ dataStart: 'soon' }), 'r1', 'dataStart is no day: soon'],
    [line({ stages: {} }), 'r1', 'stages is not a list'],
    [
      line({ stages: [{ id: 'A', order: 1, probability: 30 }] }),
      'r1',
      'stages[0].probability is not within 0 and 1',
    ],
    [line({ stages: [good.stages[0], good.stages[0]] }), 'r1', 'stages has the id Engaging twice'],
    [
      line({ periods: [{ id: 'x', start: '2017-07-01', end: '2017-07-01', target: null }] }),
      'r1',
      'periods[0].end is not after its start',
    ],
    [
      line({ periods: [{ id: 'x', start: '2017-07-01', end: '2917-07-01', target: null }] }),
      'r1',
      'periods[0].end is more than ten years ahead',
    ],
    [
      line({ periods: [{ ...good.periods[0], target: '9' }] }),
      'r1',
      'periods[0].target is neither a number nor null',
    ],
    [line({ deals: undefined }), 'r1', 'deals is not a list'],
    [line({ deals: [deal, deal] }), 'r1', 'deals has the id A twice'],
    [line({ deals: ['A'] }), 'r1', 'deals[0] is not an object'],
    [withDeal({ id: 7 }), 'r1', 'deals[0].id is not text'],
    [withDeal({ createdAt: null }), 'r1', 'deals[0].createdAt is not text'],
    [withDeal({ status: 'pending' }), 'r1', 'deals[0].status is none of open, won, lost'],
    [withDeal({ amount: '100' }), 'r1', 'deals[0].amount is neither a number nor null'],
    [withDeal({ amount: 1e300 }), 'r1', 'deals[0].amount is beyond 1000000000000000'],
    [withDeal({ closedAt: '2017-13-01' }), 'r1', 'deals[0].closedAt is no day: 2017-13-01'],
    [withDeal({ history: [{ field: 'stage' }] }), 'r1', 'deals[0].history[0].at is not text'],
  ])('%s', (text, id, error) => {
    expect(JSON.parse(answerLine(text, clock))).toEqual({ id, error });
  });
});
