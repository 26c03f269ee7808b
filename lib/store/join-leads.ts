import { contentHash } from '../deal/content-hash';
import { joinLead } from '../deal/join-lead';
import type { Lead } from '../deal/lead';
import type { Database } from './database';

/** How many rows were new, said something new, and said again what is here. */
export interface JoinedLeads {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What says nothing of the lead itself. */
export const leadSight: ReadonlySet<string> = new Set(['seenAt', 'toldAt']);

/** Joins leads, each of them once, with those that are here. To be called within a write of `leads`. */
export async function joinLeads({ leads }: Database, rows: readonly Lead[]): Promise<JoinedLeads> {
  const count = { added: 0, updated: 0, unchanged: 0 };
  const here = await leads.bulkGet(rows.map(({ key }) => key));
  await leads.bulkPut(
    rows.map((row, nth) => {
      const ours = here[nth];
      const next = joinLead(ours, row);
      if (ours === undefined) count.added += 1;
      else if (contentHash(next, leadSight) === contentHash(ours, leadSight)) count.unchanged += 1;
      else count.updated += 1;
      return next;
    }),
  );
  return count;
}
