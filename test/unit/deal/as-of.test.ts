import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import { asOf, type DealAsOf } from '../../../lib/deal/as-of';
import { mergeRead } from '../../../lib/deal/merge-read';
import { hours, instantAt, life, readLife, someDay, stateAt, stateOf, type State } from './arbitrary-life';
import { place } from './arbitrary-reads';

const key = 'crm|crm.example.com|7';
const seenAt = '2026-05-01T08:00:00.000Z';

function dealOf(values: Parameters<typeof mergeRead>[1]['values'], at = seenAt): Deal {
  return mergeRead(undefined, { id: '7', at, values }, { ...place, from: 'api', view: 'sync' }).deal;
}

function exact(
  field: DealChange['field'],
  from: DealChange['from'],
  to: DealChange['to'],
  at: string,
): DealChange {
  return { key, field, from, to, at, notBefore: at, source: 'history' };
}

function pastOf(answer: DealAsOf) {
  if (answer.kind !== 'deal') throw new Error(`the deal is ${answer.kind}`);
  return answer;
}

function stateThen(answer: DealAsOf): State {
  return stateOf(pastOf(answer).deal);
}

describe('asOf', () => {
  const created = {
    createdOn: '2026-03-01',
    stage: 'Order',
    outcome: 'won',
    closedOn: '2026-03-20',
  } as const;

  it('undoes what happened on the day and after it, and nothing before it', () => {
    const deal = dealOf(created);
    const rows = [
      exact('stage', 'New', 'Offer', '2026-03-10T23:59:59.999Z'),
      exact('stage', 'Offer', 'Order', '2026-03-11T00:00:00.000Z'),
    ];
    expect(pastOf(asOf(deal, rows, '2026-03-10')).deal.stage).toBe('New');
    expect(pastOf(asOf(deal, rows, '2026-03-11')).deal.stage).toBe('Offer');
    expect(pastOf(asOf(deal, rows, '2026-03-12')).deal.stage).toBe('Order');
  });

  it('has no deal on the day of its creation, and has it the day after', () => {
    const deal = dealOf(created);
    expect(asOf(deal, [], '2026-03-01')).toEqual({ kind: 'absent' });
    expect(asOf(deal, [], '2026-03-02').kind).toBe('deal');
  });

  it('does not know a deal without creation date before it was first seen', () => {
    const deal = dealOf({ stage: 'New' }, '2026-03-10T12:00:00.000Z');
    expect(asOf(deal, [], '2026-03-10')).toEqual({ kind: 'unknown' });
    expect(asOf(deal, [], '2026-03-11').kind).toBe('deal');
  });

  it('has no deal after its removal', () => {
    const deal = { ...dealOf(created), removedAt: '2026-04-01T08:00:00.000Z' };
    expect(asOf(deal, [], '2026-04-01').kind).toBe('deal');
    expect(asOf(deal, [], '2026-04-02')).toEqual({ kind: 'absent' });
    expect(pastOf(asOf(deal, [], '2026-04-01')).deal).not.toHaveProperty('removedAt');
  });

  it('shows the older value and says that it is uncertain where a change may have been on either side', () => {
    const deal = dealOf(created);
    const row = {
      ...exact('stage', 'Offer', 'Order', '2026-03-15T08:00:00.000Z'),
      notBefore: '2026-03-12T08:00:00.000Z',
    };
    expect(pastOf(asOf(deal, [row], '2026-03-12'))).toMatchObject({
      deal: { stage: 'Offer' },
      uncertain: [],
    });
    expect(pastOf(asOf(deal, [row], '2026-03-13'))).toMatchObject({
      deal: { stage: 'Offer' },
      uncertain: ['stage'],
    });
    expect(pastOf(asOf(deal, [row], '2026-03-16'))).toMatchObject({
      deal: { stage: 'Order' },
      uncertain: [],
    });
  });

  it('follows several changes of one second through, and lets a circle change nothing', () => {
    const at = '2026-03-10T08:00:00Z';
    const chain = [
      exact('stage', 'B', 'C', at),
      exact('stage', 'A', 'B', at),
      exact('stage', 'C', 'Order', at),
    ];
    const circle = [exact('stage', 'Order', 'B', at), exact('stage', 'B', 'Order', at)];
    expect(pastOf(asOf(dealOf(created), chain, '2026-03-10')).deal.stage).toBe('A');
    expect(pastOf(asOf(dealOf(created), circle, '2026-03-10')).deal.stage).toBe('Order');
  });

  it('counts an amount of the past in what its own row says, and nothing else in it', () => {
    const deal = dealOf({
      createdOn: '2026-03-01',
      amount: { decimal: '1000', currency: 'JPY', symbol: '¥' },
      recurring: { decimal: '10', currency: 'JPY' },
    });
    const row = (units: DealChange['units']): DealChange => ({
      ...exact('amountMinor', 100000, 1000, '2026-03-10T08:00:00.000Z'),
      ...(units === undefined ? {} : { units }),
    });
    const past = (units: DealChange['units']) => pastOf(asOf(deal, [row(units)], '2026-03-10')).deal;
    const yen = { currency: 'JPY' };
    expect(past({ from: { currency: 'USD' }, to: yen })).toMatchObject({
      amountMinor: 100000,
      currency: 'USD',
    });
    expect(past({ from: { currency: 'USD' }, to: yen })).not.toHaveProperty('recurringMinor');
    expect(past({ from: { symbol: '$' }, to: yen })).toMatchObject({ currencySymbol: '$' });
    for (const unknown of [past({ from: {}, to: yen }), past(undefined)]) {
      expect(unknown).not.toHaveProperty('currency');
      expect(unknown).not.toHaveProperty('currencySymbol');
    }
    expect(past({ from: yen, to: yen })).toMatchObject({ currency: 'JPY', recurringMinor: 10 });
    expect(pastOf(asOf(deal, [row(undefined)], '2026-03-11')).deal).toMatchObject({ currency: 'JPY' });
  });

  it('tells nothing of what came later: closing date, reason, odds and age of a stage not yet reached', () => {
    const deal = dealOf({
      ...created,
      outcome: 'lost',
      lostReason: 'price',
      crmProbability: 0,
      stageSince: '2026-03-20',
      lastActivityOn: '2026-03-25',
    });
    const rows = [
      exact('outcome', 'open', 'lost', '2026-03-20T08:00:00.000Z'),
      exact('stage', 'Offer', 'Order', '2026-03-20T08:00:00.000Z'),
    ];
    const { deal: past } = pastOf(asOf(deal, rows, '2026-03-20'));
    expect(past).toMatchObject({ outcome: 'open', stage: 'Offer' });
    for (const later of [
      'closedOn',
      'lostReason',
      'crmProbability',
      'stageSince',
      'lastActivityOn',
      'contentHash',
    ]) {
      expect(past).not.toHaveProperty(later);
    }
    expect(pastOf(asOf(deal, rows, '2026-03-26')).deal).toMatchObject({
      closedOn: '2026-03-20',
      lostReason: 'price',
    });
  });

  it('takes a deal for open before its closing date where no change of outcome says more', () => {
    const deal = dealOf(created);
    expect(pastOf(asOf(deal, [], '2026-03-20')).deal.outcome).toBe('open');
    expect(pastOf(asOf(deal, [], '2026-03-21')).deal.outcome).toBe('won');
    const planned = dealOf({ ...created, closedOn: '2026-12-31' }, '2026-03-10T08:00:00.000Z');
    expect(pastOf(asOf(planned, [], '2026-03-11')).deal.outcome).toBe('won');
  });

  it('passes over rows of other deals and refuses text that is no day', () => {
    const row = {
      ...exact('stage', 'New', 'Order', '2026-03-15T08:00:00.000Z'),
      key: 'crm|crm.example.com|8',
    };
    expect(pastOf(asOf(dealOf(created), [row], '2026-03-10')).deal.stage).toBe('Order');
    expect(() => asOf(dealOf(created), [], '10.3.2026')).toThrow(RangeError);
  });
});

describe('asOf, whatever the life', () => {
  const reads = fc
    .uniqueArray(hours, { minLength: 1, maxLength: 12 })
    .map((list) => list.map(instantAt).toSorted());

  it('is the state that had been read last before the day', () => {
    fc.assert(
      fc.property(life, reads, someDay, (all, instants, day) => {
        const { deal, changes } = readLife(all, instants);
        const lastRead = instants.findLast((at) => at < `${day}T00:00:00.000Z`);
        const past = asOf(deal, changes, day);
        if (lastRead === undefined) expect(past).toEqual({ kind: 'unknown' });
        else expect(stateThen(past)).toEqual(stateAt(all, lastRead));
      }),
      { numRuns: 300 },
    );
  });

  it('calls a field certain only where the reads on both sides of the day agree', () => {
    fc.assert(
      fc.property(life, reads, someDay, (all, instants, day) => {
        const { deal, changes } = readLife(all, instants);
        const start = `${day}T00:00:00.000Z`;
        const [before, after] = [instants.findLast((at) => at < start), instants.find((at) => at >= start)];
        fc.pre(before !== undefined);
        const expected =
          after === undefined || stateAt(all, before).stage === stateAt(all, after).stage ? [] : ['stage'];
        expect(pastOf(asOf(deal, changes, day)).uncertain.filter((field) => field === 'stage')).toEqual(
          expected,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on what was read afterwards', () => {
    fc.assert(
      fc.property(life, reads, reads, someDay, (all, instants, later, day) => {
        const known = readLife(all, instants);
        const last = instants.at(-1) ?? '';
        fc.pre(`${day}T00:00:00.000Z` <= last);
        const more = readLife(
          all,
          later.filter((at) => at > last),
          known,
        );
        const [then, now] = [asOf(known.deal, known.changes, day), asOf(more.deal, more.changes, day)];
        if (then.kind === 'deal') {
          expect(stateThen(now)).toEqual(stateThen(then));
          expect(pastOf(now).uncertain).toEqual(then.uncertain);
        } else expect(now).toEqual(then);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the rows', () => {
    const shuffledLife = fc
      .tuple(life, reads)
      .map(([all, instants]) => readLife(all, instants))
      .chain(({ deal, changes }) =>
        fc.tuple(
          fc.constant(deal),
          fc.constant(changes),
          fc.shuffledSubarray(changes, { minLength: changes.length, maxLength: changes.length }),
        ),
      );
    fc.assert(
      fc.property(shuffledLife, someDay, ([deal, changes, shuffled], day) => {
        expect(asOf(deal, shuffled, day)).toEqual(asOf(deal, changes, day));
      }),
      { numRuns: 300 },
    );
  });
});
