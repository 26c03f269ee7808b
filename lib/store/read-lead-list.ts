import type { Deal } from '../deal/deal';
import type { Lead } from '../deal/lead';
import type { LeadBook } from '../handoff/leads/lead-book';
import { leadsShown, type LeadKeys, type LeadsQuery } from '../handoff/leads/leads-shown';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';

/** What a figure of leads is made of, as it is stored. */
export interface LeadList extends Omit<LeadKeys, 'keys'> {
  /** Each with the deal that it became, where that is here. */
  readonly leads: readonly (readonly [Lead, Deal | undefined])[];
  readonly deals: readonly Deal[];
}

/** The leads or deals of a figure. */
export async function readLeadList(database: Database, book: LeadBook, query: LeadsQuery): Promise<LeadList> {
  const { keys, ...shown } = leadsShown(book, query);
  if (shown.kind === 'deals') return { ...shown, leads: [], deals: await dealsOf(database, keys) };
  const leads = (await database.leads.bulkGet([...keys])).filter((lead) => lead !== undefined);
  const deals = await dealsOf(
    database,
    leads.flatMap(({ convertedTo }) => convertedTo ?? []),
  );
  const byKey = new Map(deals.map((deal) => [deal.key, deal]));
  return { ...shown, leads: leads.map((lead) => [lead, byKey.get(lead.convertedTo ?? '')]), deals: [] };
}

async function dealsOf(database: Database, keys: readonly string[]): Promise<readonly Deal[]> {
  const rows = await database.deals.bulkGet([...keys]);
  return rows.flatMap((row) => (row === undefined ? [] : [withoutSlot(row)]));
}
