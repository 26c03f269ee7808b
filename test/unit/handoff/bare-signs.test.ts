import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Deal } from '../../../lib/deal/deal';
import { dealInputOf } from '../../../lib/handoff/deal-input-of';
import { leadReport } from '../../../lib/handoff/leads/lead-report';
import { leadsInMaking } from '../../../lib/handoff/leads/leads-in-making';

const arbitraryDeal = fc.record({
  tenant: fc.constantFrom('a.example.com', 'b.example.com', 'b.example.com/2'),
  unit: fc.constantFrom<Pick<Deal, 'currency' | 'currencySymbol'>>(
    { currency: 'EUR' },
    { currency: 'USD', currencySymbol: '$' },
    { currencySymbol: '$' },
    { currency: null, currencySymbol: 'kr.' },
    { currency: null },
    {},
  ),
  amountMinor: fc.integer({ min: -1000, max: 1_000_000 }),
  outcome: fc.constantFrom('won', 'open'),
});

const deals = fc.array(arbitraryDeal, { maxLength: 40 }).map((drawn) =>
  drawn.map(({ tenant, unit, ...values }, nth): Deal => {
    const seenAt = '2026-03-01T08:00:00.000Z';
    const place = { key: `x|${tenant}|${nth}`, crm: 'x', tenant, host: 'h', id: String(nth) };
    const sight = { sources: {}, seenAt, seenVia: 'api', contentHash: 'c' } as const;
    return { ...place, ...sight, ...unit, ...values, createdOn: '2026-02-01' };
  }),
);

/** What may be added: amounts of one code, wherever they are, and amounts beside one sign in one tenant. */
const heapOf = ({ currency, currencySymbol, tenant }: Deal): string | null =>
  currency ?? (currencySymbol === undefined ? null : `${currencySymbol} in ${tenant}`);

it('amounts beside a bare sign are added within one tenant alone: another’s dollars may be others', () => {
  fc.assert(
    fc.property(deals, (all) => {
      const making = leadsInMaking('2026-03-31');
      for (const deal of all) making.addDeal(deal);
      const period = { start: '2026-01-01', end: '2026-04-01' };
      const report = leadReport(making.result(), { period, lastDay: '2026-03-31' });
      for (const outcome of ['won', 'open'] as const) {
        const heaps = new Map<string | null, number>();
        for (const deal of all.filter((one) => one.outcome === outcome))
          heaps.set(heapOf(deal), (heaps.get(heapOf(deal)) ?? 0) + (deal.amountMinor ?? 0));
        heaps.delete(null);
        const { minor } = report.period[outcome === 'won' ? 'wonValue' : 'openValue'];
        expect(Object.values(minor).toSorted()).toEqual([...heaps.values()].toSorted());
        expect(minor['EUR']).toBe(heaps.get('EUR'));
      }
    }),
  );
});

it('a deal of the passes is in the unit of another where their amounts may be added, and nowhere else', () => {
  const reading = { read: () => undefined, nameOf: (name: string) => name, today: '2026-03-31' };
  fc.assert(
    fc.property(deals, (all) => {
      const units = new Map<string | null, string | null>();
      for (const deal of all) {
        const { currency } = dealInputOf(deal, reading);
        expect(units.get(heapOf(deal)) ?? currency).toBe(currency);
        units.set(heapOf(deal), currency);
      }
      expect(new Set(units.values()).size).toBe(units.size);
      expect(units.get(null) ?? null).toBe(null);
    }),
  );
});
