import type { Company } from './company';

const SCOPES = [
  ['regions', 'region'],
  ['teams', 'team'],
  ['persons', 'owner'],
] as const;

/** A company as one region, team or person sees it. Owners are the first ones: who closes a deal is not known before. */
export function scopesOf(company: Company): Readonly<Record<string, readonly Company[]>> {
  const scopes = SCOPES.flatMap(([name, field]) => {
    const values = [...new Set(company.deals.flatMap((deal) => deal[field] ?? []))].sort();
    return values.length < 2
      ? []
      : [[name, values.map((value) => within(company, (deal) => deal[field] === value))] as const];
  });
  return { everything: [company], ...Object.fromEntries(scopes) };
}

function within(company: Company, belongs: (deal: Company['deals'][number]) => boolean): Company {
  const deals = company.deals.filter(belongs);
  const ids = new Set(deals.map(({ id }) => id));
  return { ...company, deals, history: company.history.filter(({ id }) => ids.has(id)) };
}
