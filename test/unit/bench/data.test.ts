import { expect, test } from 'vitest';
import { figuresOf, quarterOf } from '../../bench/baseline/figures';
import { inventDeals } from '../../bench/data/invent-deals';
import { BATCH, CRM, inPieces, toBatch } from '../../bench/data/to-batch';
import { toPlain } from '../../bench/data/to-plain';
import { toRead } from '../../bench/data/to-read';
import { dealKey } from '../../../lib/deal/deal-key';
import { mergeRead } from '../../../lib/deal/merge-read';
import { checkReads } from '../../../lib/messages/check-batch';

import { sourceOf } from '../../../lib/store/source-of';
import { glanceByColumns } from '../pipeline/columns-of';

const today = '2026-11-25';
const at = '2026-11-25T08:00:00.000Z';
const rate = { from: 'DKK', to: 'EUR', on: '2020-01-01', rate: '0.1340' };
const deals = inventDeals({ count: 1000, seed: 7, today });

test('invented deals are always the same, each with its own id, a third of them open', () => {
  expect(inventDeals({ count: 1000, seed: 7, today })).toEqual(deals);
  expect(new Set(deals.map(({ id }) => id)).size).toBe(1000);
  expect(deals.filter(({ outcome }) => outcome === 'open').length / 1000).toBeCloseTo(0.35, 1);
});

test('messages of them are what the worker accepts, 500 deals each and none refused', () => {
  const batches = inPieces(deals, BATCH).map((batch, nth) =>
    toBatch(
      batch.map((deal) => toRead(deal, at)),
      { host: 'crm.test', name: `fill-${nth}`, total: 1000, at },
    ),
  );
  expect(batches.map(({ reads }) => reads.length)).toEqual([500, 500]);
  for (const batch of batches) expect(checkReads(batch)).toMatchObject({ refused: [] });
});

test('the baseline computes the figures that Stafet computes, to the minor unit', () => {
  const batch = toBatch([], { host: 'crm.test', name: 'one', total: 1000, at });
  const stored = deals.map((deal) => {
    const key = dealKey(CRM, 'crm.test', deal.id);
    return { ...mergeRead(undefined, { ...toRead(deal, at), id: deal.id }, sourceOf(batch)).deal, key };
  });
  const glance = glanceByColumns(stored, [], {
    today,
    fiscal: { period: 'quarter', yearStartMonth: 1 },
    rates: [rate],
    reportingCurrency: undefined,
    openTotal: undefined,
  });
  const plain = figuresOf(
    deals.map((deal) => toPlain(deal, at)),
    [rate],
    { period: quarterOf(today), currency: 'EUR' },
  );
  const sums = ({ won, open, weighted }: Record<'won' | 'open' | 'weighted', { minor: number; n: number }>) =>
    [won, open, weighted].map(({ minor, n }) => [minor, n]);
  expect(plain.won.n).toBeGreaterThan(10);
  expect(sums(plain)).toEqual(sums(glance));
  expect(plain.top.map(({ name }) => name)).toEqual(glance.topDeals.map(({ name }) => name));
});
