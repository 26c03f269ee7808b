import { describe, expect, it } from 'vitest';
import { historyOf, stepsOf, type Track } from '../../../../lib/crm/sync/history-of';

const until = '2026-11-26T12:00:00.000Z';
const [may, june, july] = [
  '2026-05-02T11:00:05.000Z',
  '2026-06-15T07:40:00.000Z',
  '2026-07-01T10:00:00.000Z',
];

const stage = (part: Partial<Track>): Track => ({
  field: 'stage',
  now: 'Offer',
  steps: [
    { at: june, from: 'New', to: 'Talk' },
    { at: july, from: 'Talk', to: 'Offer' },
  ],
  ...part,
});

describe('a history of what an interface tells', () => {
  it('has the steps of all fields in the order of their instants', () => {
    const closeOn: Track = {
      field: 'closeOn',
      now: '2026-12-18',
      steps: [{ at: june, from: '2026-11-30', to: '2026-12-18' }],
    };
    expect(historyOf([stage({}), closeOn], until)).toEqual({
      fields: ['stage', 'closeOn'],
      until,
      changes: [
        { field: 'stage', from: 'New', to: 'Talk', at: june },
        { field: 'closeOn', from: '2026-11-30', to: '2026-12-18', at: june },
        { field: 'stage', from: 'Talk', to: 'Offer', at: july },
      ],
    });
  });

  it('orders steps that were told in any order', () => {
    const told = stage({}).steps.toReversed();
    expect(historyOf([stage({ steps: told })], until)).toEqual(historyOf([stage({})], until));
  });

  it('leaves a field out whose steps do not begin where the one before has ended', () => {
    const gap = stage({
      steps: [
        { at: june, from: 'New', to: 'Talk' },
        { at: july, from: 'Trial', to: 'Offer' },
      ],
    });
    expect(historyOf([gap], until)).toBeUndefined();
  });

  it('leaves a field out whose steps do not end on what it is now', () => {
    expect(historyOf([stage({ now: 'Won' })], until)).toBeUndefined();
    expect(historyOf([stage({ now: undefined })], until)?.changes).toHaveLength(2);
  });

  it('takes a life without steps for one without changes only where such a life is always kept', () => {
    expect(historyOf([stage({ steps: [] })], until)).toBeUndefined();
    expect(historyOf([stage({ steps: [], isKept: true })], until)).toEqual({
      fields: ['stage'],
      until,
      changes: [],
    });
  });

  it('counts amounts in their currency, and takes none for a change that is only written otherwise', () => {
    const amount: Track = {
      field: 'amount',
      currency: 'USD',
      now: '48000',
      steps: [
        { at: may, from: null, to: '30000' },
        { at: june, from: '30000', to: '30000.00' },
        { at: july, from: '30000.0', to: '48000' },
      ],
    };
    expect(historyOf([amount], until)?.changes).toEqual([
      { field: 'amount', from: null, to: { decimal: '30000', currency: 'USD' }, at: may },
      {
        field: 'amount',
        from: { decimal: '30000.0', currency: 'USD' },
        to: { decimal: '48000', currency: 'USD' },
        at: july,
      },
    ]);
  });

  it('makes steps of versions, and none of the first', () => {
    expect(
      stepsOf([
        { at: may, value: 'New' },
        { at: june, value: 'Talk' },
      ]),
    ).toEqual([{ at: june, from: 'New', to: 'Talk' }]);
    expect(stepsOf([{ at: may, value: 'New' }])).toEqual([]);
  });
});
