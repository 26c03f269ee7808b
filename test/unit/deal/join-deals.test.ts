import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../lib/deal/deal';
import { joinDeals } from '../../../lib/deal/join-deals';
import { mergeRead } from '../../../lib/deal/merge-read';
import { place, seen, type Seen } from './arbitrary-reads';

const [monday, friday] = ['2026-03-02T08:00:00.000Z', '2026-03-06T08:00:00.000Z'] as const;

function merged(reads: readonly Seen[], id = '7') {
  let deal: Deal | undefined;
  let isRefused = false;
  for (const { read, source } of reads) {
    const next = mergeRead(deal, { ...read, id }, source);
    deal = next.deal;
    isRefused ||= next.refused.length > 0;
  }
  if (deal === undefined) throw new Error('nothing was merged');
  return { deal, isRefused };
}

function seenOn(at: string, values: Seen['read']['values']): Seen {
  return { read: { id: '7', at, values }, source: { ...place, from: 'page', view: 'list:deals' } };
}

describe('joinDeals', () => {
  it('keeps the better of each and says what changed in between, whichever was seen later', () => {
    const early = seenOn(monday, {
      stage: 'Offer',
      owner: 'Ada',
      amount: { decimal: '100', currency: 'DKK' },
    });
    const late = seenOn(friday, { stage: 'Order', amount: { decimal: '250', symbol: 'kr.' } });
    for (const [one, other] of [
      [early, late],
      [late, early],
    ] as const) {
      const { deal, changes } = joinDeals(merged([one]).deal, merged([other], '?number:1').deal);
      expect(deal).toMatchObject({
        id: '7',
        stage: 'Order',
        owner: 'Ada',
        amountMinor: 25000,
        currency: 'DKK',
      });
      expect(changes).toEqual(
        expect.arrayContaining([
          {
            key: deal.key,
            field: 'stage',
            from: 'Offer',
            to: 'Order',
            at: friday,
            notBefore: monday,
            source: 'page',
          },
          {
            key: deal.key,
            field: 'amountMinor',
            from: 10000,
            to: 25000,
            units: { from: { currency: 'DKK' }, to: { currency: 'DKK' } },
            at: friday,
            notBefore: monday,
            source: 'page',
          },
        ]),
      );
      expect(changes).toHaveLength(2);
    }
  });

  it('leaves what belongs to the row alone out of the deal', () => {
    const row = {
      ...merged([seenOn(monday, { stage: 'Offer' })], '?number:1').deal,
      view: 'list',
      fingerprint: 'number:1',
    };
    const { deal } = joinDeals(merged([seenOn(friday, { stage: 'Offer' })]).deal, row);
    expect(deal).not.toHaveProperty('fingerprint');
    expect(deal).toMatchObject({ key: 'crm|crm.example.com|7', firstSeenAt: monday, seenAt: friday });
  });

  it('is the same as if all reads had been of the deal', () => {
    const reads = fc.array(seen, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(reads, reads, (ours, theirs) => {
        const [deal, row, all] = [merged(ours), merged(theirs, '?number:1'), merged([...ours, ...theirs])];
        const joined = joinDeals(deal.deal, row.deal);
        fc.pre(![deal, row, all].some(({ isRefused }) => isRefused) && joined.refused.length === 0);
        expect(joined.deal).toEqual(all.deal);
      }),
      { numRuns: 1000 },
    );
  });
});
