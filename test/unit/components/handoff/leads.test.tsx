import { handle, has, render, text } from '../render';
import { expect, it } from 'vitest';
import { LeadsPanel } from '../../../../components/handoff/leads/LeadsPanel';
import { LeadsSection } from '../../../../components/handoff/leads/LeadsSection';
import type { LeadBook, LeadFact, SourcedDeal } from '../../../../lib/handoff/leads/lead-book';
import { leadReport } from '../../../../lib/handoff/leads/lead-report';
import { leadsShown } from '../../../../lib/handoff/leads/leads-shown';
import { fakePlatform } from '../fake-platform';

const today = 20_592; // 19 May 2026
const period = { start: '2026-01-01', end: '2026-07-01' };
const lead = (nth: number, more: Partial<LeadFact>): LeadFact => ({
  key: `x|t|${nth}`,
  created: today - 40,
  converted: undefined,
  watched: today,
  source: 'nets',
  channel: null,
  isPartOf: false,
  ...more,
});
const won = (nth: number, unit: string | null): SourcedDeal => ({
  key: `x|t|d${nth}`,
  created: today - 30,
  outcome: 'won',
  amountMinor: 100_000,
  unit,
  source: 'nets',
  channel: null,
});
const bookOf = (more: Partial<LeadFact>, partly: LeadBook['partly'] = []) => ({
  today,
  leads: [1, 2, 3, 4].map((nth) => lead(nth, nth < 3 ? { converted: today - 30, ...more } : more)),
  deals: [won(1, 'EUR'), won(2, '~$\na.example.com'), won(3, '~$\na.example.com'), won(4, null)],
  partly,
});
const drawn = (book: ReturnType<typeof bookOf>, locale = 'en') =>
  render(
    <LeadsSection leads={leadReport(book, { period, lastDay: '2026-05-19' })} open={() => '#'} />,
    fakePlatform(),
    locale,
  );

it('tells no share of leads that are not all read, and of which CRM they are', () => {
  const section = drawn(bookOf({ isPartOf: true }, [{ tenant: 'crm.example.com/sales', reach: 'more' }]));
  const note = text(handle(section, 'leads-more'));
  expect(note).toContain('Of crm.example.com/sales not all leads are read');
  expect(note).toContain('Read all of it to the end');
  expect(has(section, 'leads-partly')).toBe(false);
  expect(text(handle(section, 'month-conversion'))).toBe('not all are known');
  expect(text(handle(section, 'month-leads'))).toBe('4');
});

it('advises nobody to read to the end what has been, where the CRM keeps some of it back', () => {
  const partly = [
    { tenant: 'a.example.com', reach: 'partly' },
    { tenant: 'b.example.com', reach: 'more' },
    { tenant: 'c.example.com', reach: 'partly' },
  ] as const;
  const section = drawn(bookOf({ isPartOf: true }, partly));
  const note = text(handle(section, 'leads-partly'));
  expect(note).toContain('Of a.example.com, c.example.com');
  expect(note).toContain('is not told');
  expect(note).not.toContain('to the end');
  expect(text(handle(section, 'leads-more'))).toContain('Of b.example.com not all leads are read');
});

it('shows amounts by code and by sign, and counts those of no known currency', () => {
  const section = drawn(bookOf({}));
  expect(has(section, 'leads-partly')).toBe(false);
  const value = section.querySelectorAll('tr[data-of="nets"] [data-testid="lead-won"]')[1];
  expect(value && text(value)).toBe('€1,000 + $ 2,000 + 1 without a known currency');
  // Two CRMs' dollars may be of two countries: they stand apart, each with its CRM.
  const book = bookOf({});
  const two = { ...book, deals: [...book.deals, won(5, '~$\nb.example.com'), won(6, '~kr.\nb.example.com')] };
  const apart = drawn(two).querySelectorAll('tr[data-of="nets"] [data-testid="lead-won"]')[1];
  expect(apart && text(apart)).toBe(
    '€1,000 + $ 2,000 (a.example.com) + $ 1,000 (b.example.com) + kr. 1,000 + 1 without a known currency',
  );
});

it('says how many young leads have become deals so far, and on how many the estimate rests', () => {
  const { keys: _, ...shown } = leadsShown(bookOf({}), { period, show: 'conversion' });
  const list = { ...shown, leads: [], deals: [] };
  const panel = render(<LeadsPanel list={list} onClose={() => {}} />, fakePlatform());
  expect(text(handle(panel, 'working'))).toContain('So far 2 of 4 leads have become deals');
  expect(text(handle(panel, 'working'))).toContain('as much as 4 leads that were watched to the end');
});

it('says why no share is told where every known lead became a deal', () => {
  const only = { ...bookOf({}), leads: [1, 2, 3].map((nth) => lead(nth, { converted: today - 30 })) };
  const section = drawn(only);
  expect(text(handle(section, 'month-conversion'))).toBe('all known became deals');
  expect(text(handle(section, 'lead-sources'))).toContain('it may be that only those that did are here');
  expect(text(handle(section, 'lead-months'))).toContain('it may be that only those that did are here');
  const both = drawn(bookOf({}));
  expect(text(handle(both, 'lead-sources'))).not.toContain('only those that did');
  const { keys: _, ...shown } = leadsShown(only, { period, show: 'conversion' });
  expect([shown.n, shown.working]).toEqual([3, undefined]);
});

it('asks for a file of the other leads where files have told of those alone that became deals', () => {
  const book = bookOf({ isPartOf: true }, [{ tenant: 'crm.example.com', reach: 'converted' }]);
  const note = text(handle(drawn(book), 'leads-converted'));
  expect(note).toContain('Of crm.example.com leads are known from files alone');
  expect(note).toContain('Import a file that has those that did not as well');
});
