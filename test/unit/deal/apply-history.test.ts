import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyHistory } from '../../../lib/deal/apply-history';
import { asOf } from '../../../lib/deal/as-of';
import type { Deal, DealChange, StatedHistory } from '../../../lib/deal/deal';
import { mergeRead } from '../../../lib/deal/merge-read';
import { hours, instantAt, life, readLife, someDay, stateBefore, statedHistory } from './arbitrary-life';
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
    expect(applyHistory(newer, [], offerOnTuesday).deal).toBe(newer);
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

  it("puts amounts into minor units of the deal's currency, or of the one that they state", () => {
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
      ],
    };
    const { changes } = applyHistory(dealOf({ amount: { decimal: '12', currency: 'JPY' } }), [], history);
    expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['amountMinor', null, 1000],
      ['amountMinor', 1000, 1250],
      ['currency', 'JPY', 'USD'],
    ]);
  });

  it('takes nothing of a history of amounts in which one cannot be expressed, and says so', () => {
    const seen: DealChange = {
      ...seenBetween('', '', monday, tuesday),
      field: 'amountMinor',
      from: 1,
      to: 2,
    };
    const { changes, refused, deal } = applyHistory(
      dealOf({ amount: { decimal: '2', currency: 'JPY' } }),
      [seen],
      {
        fields: ['amount', 'stage'],
        until: friday,
        changes: [
          { field: 'amount', from: { decimal: '1.5' }, to: { decimal: '2' }, at: tuesday },
          ...offerOnTuesday.changes,
        ],
      },
    );
    expect(changes).toEqual([seen, exactRow]);
    expect(refused).toEqual([{ field: 'amount', why: 'not-in-minor-units' }]);
    expect(deal.amountMinor).toBe(2);
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
        expect(past.deal).toMatchObject({
          stage: truth.stage,
          owner: truth.owner,
          closeOn: truth.closeOn,
          outcome: truth.outcome,
          qualification: { need: truth.need },
          amountMinor: Math.round(Number(truth.decimal) * 100),
        });
      }),
      { numRuns: 300 },
    );
  });
});
