import type { Deal } from '../deal/deal';
import type { Lead } from '../deal/lead';
import type { LeadBook } from '../handoff/leads/lead-book';
import { leadsShown, type LeadKeys, type LeadsQuery } from '../handoff/leads/leads-shown';
import type { Database } from './database';
import { readDeals } from './list-queries';

/** What a figure of leads is made of, as it is stored. */
export interface LeadList extends Omit<LeadKeys, 'keys'> {
  /** Each with the deal that it became, where that is here. */
  readonly leads: readonly (readonly [Lead, Deal | undefined])[];
  readonly deals: readonly Deal[];
}

/** The leads or deals of a figure, rows without id among them. */
export async function readLeadList(database: Database, book: LeadBook, query: LeadsQuery): Promise<LeadList> {
  const { keys, ...shown } = leadsShown(book, query);
  if (shown.kind === 'deals')
    return { ...shown, leads: [], deals: [...(await readDeals(database, keys)).values()] };
  const leads = (await database.leads.bulkGet([...keys])).filter((lead) => lead !== undefined);
  const deals = await readDeals(
    database,
    leads.flatMap(({ convertedTo }) => convertedTo || []),
  );
  return { ...shown, leads: leads.map((lead) => [lead, deals.get(lead.convertedTo ?? '')]), deals: [] };
}
