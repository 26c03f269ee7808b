import type { JoinedLead } from '../deal/count-leads';
import { joinLead } from '../deal/join-lead';
import type { Lead } from '../deal/lead';
import type { Database } from './database';

/** Joins leads, each of them once, with those that are here. To be called within a write of `leads`. */
export async function joinLeads({ leads }: Database, rows: readonly Lead[]): Promise<readonly JoinedLead[]> {
  const here = await leads.bulkGet(rows.map(({ key }) => key));
  const joined = rows.map((row, nth): JoinedLead => [here[nth], joinLead(here[nth], row)]);
  await leads.bulkPut(joined.map(([, next]) => next));
  return joined;
}
