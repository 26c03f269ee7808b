import type { LeadsRead } from '../../crm/lead-sheet';
import type { SheetProblem } from '../../crm/sheet';
import { countLeads, type JoinedLead } from '../../deal/count-leads';
import { joinLead } from '../../deal/join-lead';
import type { Lead } from '../../deal/lead';
import { leadOfRead } from '../../deal/lead-of-read';
import { stepLimit, type ImportWork } from '../../messages/import-steps';
import type { Database } from '../database';
import type { PreviewContext } from './deals-preview';

const shownRows = 20;

/** What would be stored of a file of leads, and what would not. */
export interface LeadsPreview {
  readonly kind: 'leads';
  /** The first rows, as they would be stored. */
  readonly first: readonly Lead[];
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  /** Here already, as lately or more so. */
  readonly unchanged: number;
  readonly repeated: number;
  /** Leads that have become a deal which is here, and one that is not. */
  readonly bound: number;
  readonly unbound: number;
}

export interface LeadsWork {
  readonly preview: LeadsPreview;
  readonly works: readonly ImportWork[];
  readonly unreadable: readonly SheetProblem[];
  readonly flagged: readonly SheetProblem[];
}

/** Compares a file's leads with those that are here. It writes nothing. @param written Instant of the file. */
export async function previewLeads(
  read: LeadsRead,
  { place, written, rows: all, onDeal }: PreviewContext & { readonly written: string },
  database: Database,
): Promise<LeadsWork> {
  const { crm, tenant, host } = place;
  const seenAt = new Date(written).toISOString();
  const rows = read.leads.map((lead) => leadOfRead(lead, { crm, tenant, host, seenAt, isFromFile: true }));
  const count = { added: 0, changed: 0, unchanged: 0, bound: 0, unbound: 0 };
  const first: Lead[] = [];
  const works: ImportWork[] = [];
  for (let from = 0; from < rows.length; from += stepLimit) {
    const step = rows.slice(from, from + stepLimit);
    const here = await database.leads.bulkGet(step.map(({ key }) => key));
    const joined = step.map((row, nth): JoinedLead => [here[nth], joinLead(here[nth], row)]);
    const { added, updated, unchanged } = countLeads(joined);
    count.added += added;
    count.changed += updated;
    count.unchanged += unchanged;
    if (from === 0) first.push(...joined.slice(0, shownRows).map(([, next]) => next));
    const deals = step.flatMap(({ convertedTo }) => convertedTo ?? []);
    const bound = (await database.deals.bulkGet(deals)).filter((deal) => deal !== undefined).length;
    count.bound += bound;
    count.unbound += deals.length - bound;
    works.push({ kind: 'leads', rows: step });
    onDeal(from, rows.length);
  }
  const { unreadable, flagged, repeated } = read;
  return { works, unreadable, flagged, preview: { kind: 'leads', first, rows: all, ...count, repeated } };
}
