import { describe, expect, it } from 'vitest';
import { leadReport } from '../../../lib/handoff/leads/lead-report';
import { leadsShown, type LeadsQuery, LEADS_SHOWN } from '../../../lib/handoff/leads/leads-shown';
import type { LeadBook, LeadFact, SourcedDeal } from '../../../lib/handoff/leads/lead-book';

const today = 20_600;
const day = (text: string) => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
const year = { start: '2025-01-01', end: '2026-01-01' };

const lead = (nth: number, more: Partial<LeadFact> = {}): LeadFact => ({
  key: `l${nth}`,
  created: day('2025-03-01') + nth,
  converted: undefined,
  watched: today,
  source: 'nets',
  channel: null,
  isPartOf: false,
  ...more,
});
const deal = (nth: number, more: Partial<SourcedDeal> = {}): SourcedDeal => ({
  key: `d${nth}`,
  created: day('2025-03-01') + nth,
  outcome: 'open',
  amountMinor: 100,
  unit: 'EUR',
  source: 'nets',
  channel: null,
  ...more,
});

const book: LeadBook = {
  today,
  leads: [
    lead(1, { converted: day('2025-03-05') }),
    lead(2),
    lead(3, { source: null }),
    lead(4, { source: 'seeds', converted: day('2025-03-06') }),
    lead(500),
  ],
  deals: [
    deal(1, { outcome: 'won' }),
    deal(2, { outcome: 'lost' }),
    deal(3, { source: 'seeds', outcome: 'won' }),
    deal(4, { source: null }),
  ],
  partly: [],
};
const shown = (query: Partial<LeadsQuery> & Pick<LeadsQuery, 'show'>) =>
  leadsShown(book, { period: year, ...query });

describe('what a figure of leads is made of', () => {
  it('is as many leads and deals as the figure says, of each source', () => {
    const report = leadReport(book, { period: year, lastDay: '2025-12-31' });
    expect(report.sources.map(({ of }) => of)).toEqual(['seeds', 'nets', null]);
    for (const line of report.sources) {
      const of = { by: 'source', of: line.of ?? '' } as const;
      expect(shown({ show: 'leads', ...of }).n).toBe(line.leads);
      expect(shown({ show: 'deals', ...of }).n).toBe(line.deals);
      expect(shown({ show: 'won', ...of }).n).toBe(line.won);
    }
    expect(shown({ show: 'leads' }).n).toBe(report.period.leads);
  });

  it('is listed with the latest first', () => {
    expect(shown({ show: 'leads', by: 'source', of: 'nets' }).keys).toEqual(['l2', 'l1']);
    expect(shown({ show: 'winRate' }).keys).toEqual(['d3', 'd2', 'd1']);
    expect(shown({ show: 'open' }).keys).toEqual(['d4']);
  });

  it('is worked out as the figure was', () => {
    const report = leadReport(book, { period: year, lastDay: '2025-12-31' });
    const nets = report.sources[1];
    const { working } = shown({ show: 'winRate', by: 'source', of: 'nets' });
    // One of two; the others have one of one: (1 + 1) / (1 + 2), worth three.
    expect(working).toEqual({ sum: 1, n: 2, towards: { prior: 2 / 3, weight: 3 } });
    expect(nets?.winRate).toEqual({ kind: 'too-few', n: 2 });
    expect(shown({ show: 'conversion', by: 'source', of: 'nets' })).toMatchObject({
      keys: ['l1'],
      working: { sum: 1, n: 2, towards: { prior: 2 / 4, weight: 4 } },
    });
    const [young, old] = [{ watched: day('2025-03-20') }, { converted: day('2025-03-10') }];
    const some = { ...book, leads: [lead(1, old), lead(2, old), lead(3, young)] };
    // Two became deals 8 and 7 days later; the third was watched for 16: all tell as much as three.
    const { working: soFar } = leadsShown(some, { period: year, show: 'conversion' });
    expect(soFar).toMatchObject({ n: 3, soFar: { sum: 2, n: 3 } });
    expect(soFar?.sum).toBeCloseTo(2, 12);
    expect(LEADS_SHOWN.filter((show) => shown({ show }).working !== undefined)).toEqual([
      'conversion',
      'winRate',
    ]);
  });
});
