import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyHistory } from '../../../lib/deal/apply-history';
import { asOf } from '../../../lib/deal/as-of';
import type { Deal, DealChange, StatedHistory } from '../../../lib/deal/deal';
import { mergeRead } from '../../../lib/deal/merge-read';
import {
  hours,
  instantAt,
  life,
  readLife,
  someDay,
  stateBefore,
  statedHistory,
  stateOf,
} from './arbitrary-life';
import { place } from './arbitrary-reads';

const key = 'crm|crm.example.com|7';
const [monday, tuesday, wednesday, friday] = ['02', '03', '04', '06'].map(
  (day) => `2026-03-${day}T08:00:00.000Z`,
) as [string, string, string, string];

function dealOf(values: Parameters<typeof mergeRead>[1]['values'], at = friday): Deal {
  return mergeRead(undefined, { id: '7', at, values }, { ...place, from: 'api', view: 'sync' }).deal;
}

function seenBetween(from: string, to: string, notBefore: string, at: string): DealChange & { id: number } {
  return { id: 1, key, field: 'stage', from, to, at, notBefore, source: 'page' };
}

const offerOnTuesday: StatedHistory = {
  fields: ['stage'],
  until: wednesday,
  changes: [{ field: 'stage', from: 'New', to: 'Offer', at: tuesday }],
};
const exactRow = {
  key,
  field: 'stage',
  from: 'New',
  to: 'Offer',
  at: tuesday,
  notBefore: tuesday,
  source: 'history',
};

describe('applyHistory', () => {
  it('puts exact changes in the place of those seen between two reads', () => {
    const seen = seenBetween('New', 'Offer', monday, wednesday);
    const { changes, added, removed } = applyHistory(dealOf({ stage: 'Offer' }), [seen], offerOnTuesday);
    expect(changes).toEqual([exactRow]);
    expect(added).toEqual([exactRow]);
    expect(removed).toEqual([seen]);
  });

  it('changes nothing when it is applied again', () => {
    const once = applyHistory(dealOf({ stage: 'New' }, monday), [], offerOnTuesday);
    const again = applyHistory(once.deal, once.changes, offerOnTuesday);
    expect(again).toMatchObject({ added: [], removed: [], changes: once.changes });
    expect(again.deal).toBe(once.deal);
  });

  it('takes a change that spans its end for explained where it ends on the same value', () => {
    const spanning = seenBetween('New', 'Offer', monday, friday);
    expect(applyHistory(dealOf({ stage: 'Offer' }), [spanning], offerOnTuesday).changes).toEqual([exactRow]);
  });

  it('lets a change that spans its end and goes on to another value happen after it', () => {
    const spanning = seenBetween('New', 'Order', monday, friday);
    const { changes, added, removed } = applyHistory(dealOf({ stage: 'Order' }), [spanning], offerOnTuesday);
    const { id: _, ...rest } = spanning;
    expect(changes).toEqual([exactRow, { ...rest, from: 'Offer', notBefore: wednesday }]);
    expect(added).toEqual(changes);
    expect(removed).toEqual([spanning]);
  });

  it('keeps later changes and those of fields that it does not speak of', () => {
    const later = seenBetween('Offer', 'Order', wednesday, friday);
    const owner: DealChange = { ...seenBetween('Ada', 'Bo', monday, tuesday), id: 2, field: 'owner' };
    const { changes, removed } = applyHistory(dealOf({ stage: 'Order' }), [later, owner], offerOnTuesday);
    expect(removed).toEqual([]);
    expect(changes).toEqual(expect.arrayContaining([later, owner, exactRow]));
  });

  it('removes a change that never was, since it is complete', () => {
    const phantom = seenBetween('New', 'Order', monday, tuesday);
    expect(
      applyHistory(dealOf({ stage: 'New' }), [phantom], { ...offerOnTuesday, changes: [] }).changes,
    ).toEqual([]);
  });

  it('reaches up to its own last change where the clock of the CRM is ahead', () => {
    const ahead = { ...offerOnTuesday, until: monday };
    const seen = seenBetween('New', 'Offer', monday, tuesday);
    expect(applyHistory(dealOf({ stage: 'Offer' }), [seen], ahead).changes).toEqual([exactRow]);
  });

  it('brings a deal up to a change that happened after it was read', () => {
    const { deal } = applyHistory(dealOf({ stage: 'New' }, monday), [], offerOnTuesday);
    expect(deal.stage).toBe('Offer');
    expect(deal).toMatchObject({ seenAt: monday, firstSeenAt: monday });
    const newer = dealOf({ stage: 'Order' });
    expect(applyHistory(newer, [], offerOnTuesday).deal).toEqual({
      ...newer,
      historyUntil: { stage: wednesday },
    });
  });

  it('knows of a change between its end and the first sight of another value', () => {
    const deal = dealOf({ stage: 'Order' });
    const gap = {
      key,
      field: 'stage',
      from: 'Offer',
      to: 'Order',
      at: friday,
      notBefore: wednesday,
      source: 'api',
    };
    const once = applyHistory(deal, [], offerOnTuesday);
    expect(once.changes).toEqual([exactRow, gap]);
    expect(applyHistory(deal, once.changes, offerOnTuesday)).toMatchObject({ added: [], removed: [] });
    const later = { ...seenBetween('Order', 'Won', friday, '2026-03-09T08:00:00.000Z'), id: 3 };
    expect(applyHistory(deal, [later], offerOnTuesday).changes).toEqual([
      exactRow,
      { ...gap, source: 'page' },
      later,
    ]);
  });

  it('says how far it reaches, and never takes that back', () => {
    const both: StatedHistory = { fields: ['stage', 'amount'], until: tuesday, changes: [] };
    const once = applyHistory(dealOf({ stage: 'Offer' }), [], both).deal;
    expect(once.historyUntil).toEqual({ stage: tuesday, amountMinor: tuesday });
    const later = applyHistory(once, [], offerOnTuesday).deal;
    expect(later.historyUntil).toEqual({ stage: wednesday, amountMinor: tuesday });
    expect(applyHistory(later, [], both).deal).toBe(later);
  });

  it("counts amounts in what they state, never in the deal's present currency", () => {
    const history: StatedHistory = {
      fields: ['amount'],
      until: friday,
      changes: [
        { field: 'amount', from: null, to: { decimal: '1000' }, at: monday },
        {
          field: 'amount',
          from: { decimal: '1000', currency: 'JPY' },
          to: { decimal: '12.5', currency: 'USD' },
          at: tuesday,
        },
        {
          field: 'amount',
          from: { decimal: '12.5', currency: 'USD' },
          to: { decimal: '12.5', symbol: 'kr' },
          at: wednesday,
        },
      ],
    };
    const { changes } = applyHistory(dealOf({ amount: { decimal: '12', currency: 'JPY' } }), [], history);
    const [yen, dollars] = [{ currency: 'JPY' }, { currency: 'USD' }];
    expect(changes.map(({ field, from, to, units }) => [field, from, to, units])).toEqual([
      ['amountMinor', null, 100000, { from: {}, to: {} }],
      ['amountMinor', 1000, 1250, { from: yen, to: dollars }],
      ['amountMinor', 1250, 1250, { from: dollars, to: { symbol: 'kr' } }],
    ]);
  });

  it('takes an amount without a code for the same as the one that the deal shows', () => {
    const deal = dealOf({ amount: { decimal: '1000', currency: 'JPY' } });
    const history: StatedHistory = {
      fields: ['amount'],
      until: wednesday,
      changes: [{ field: 'amount', from: { decimal: '900' }, to: { decimal: '1000' }, at: tuesday }],
    };
    expect(applyHistory(deal, [], history).changes).toHaveLength(1);
  });

  it('takes nothing of a history of amounts in which one cannot be expressed, and says so', () => {
    const yen = { currency: 'JPY' };
    const seen: DealChange = {
      ...seenBetween('', '', monday, tuesday),
      field: 'amountMinor',
      from: 1,
      to: 2,
      units: { from: yen, to: yen },
    };
    const { changes, refused, deal } = applyHistory(
      dealOf({ amount: { decimal: '2', currency: 'JPY' } }),
      [seen],
      {
        fields: ['amount', 'stage'],
        until: friday,
        changes: [
          { field: 'amount', from: { decimal: '1.5', ...yen }, to: { decimal: '2', ...yen }, at: tuesday },
          ...offerOnTuesday.changes,
        ],
      },
    );
    expect(changes).toEqual([seen, exactRow]);
    expect(refused).toEqual([{ field: 'amount', why: 'not-in-minor-units' }]);
    expect(deal.amountMinor).toBe(2);
    expect(deal.historyUntil).toEqual({ stage: friday });
  });
});

describe('applyHistory, whatever the life', () => {
  const fields: StatedHistory['fields'] = [
    'stage',
    'owner',
    'closeOn',
    'outcome',
    'amount',
    'qualification.need',
  ];
  const instants = fc
    .uniqueArray(hours, { minLength: 1, maxLength: 10 })
    .map((list) => list.map(instantAt).toSorted());

  it('makes every day up to its end right and certain, without doubles, and applies once', () => {
    fc.assert(
      fc.property(life, instants, hours, someDay, (all, reads, end, day) => {
        const until = instantAt(end);
        // A deal is read before its history, in one sync.
        const known = readLife(all, [instantAt(0), ...reads]);
        const history = { fields, until, changes: statedHistory(all, until) };
        const once = applyHistory(known.deal, known.changes, history);

        const again = applyHistory(once.deal, once.changes, history);
        expect(again).toMatchObject({ added: [], removed: [] });
        expect(again.deal).toEqual(once.deal);
        const upToEnd = once.changes.filter(({ at }) => at <= until);
        expect(upToEnd).toHaveLength(history.changes.length);
        expect(upToEnd.every(({ source }) => source === 'history')).toBe(true);
        expect(once.changes.every(({ at, notBefore }) => at <= until || notBefore >= until)).toBe(true);

        fc.pre(`${day}T00:00:00.000Z` <= until);
        const created = { ...once.deal, createdOn: '2026-02-01' };
        const past = asOf(created, once.changes, day);
        if (past.kind !== 'deal') throw new Error(past.kind);
        const truth = stateBefore(all, `${day}T00:00:00.000Z`);
        expect(past.uncertain).toEqual([]);
        expect(stateOf(past.deal)).toEqual(truth);
      }),
      { numRuns: 300 },
    );
  });
});
