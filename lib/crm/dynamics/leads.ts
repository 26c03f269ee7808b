import type { LeadRead } from '../../deal/lead';
import { textOf } from '../sync/guards';
import { leadsOfRows } from '../sync/leads-of-rows';
import { localDayOf } from '../sync/local-day';
import type { LeadPage } from '../sync/read-pipeline';
import { formatted, type DynamicsApi } from './api';
import { guidIn } from './urls';

/** facts.md 4.4: no field of a lead says when it was qualified. */
const query = {
  $select: 'leadid,leadsourcecode,statecode,createdon,_ownerid_value,_qualifyingopportunityid_value',
  // What is added while we read comes last.
  $orderby: 'createdon asc,leadid asc',
};

/** New leads as well as qualified ones. */
export async function readLeadPage(api: DynamicsApi, place: string | undefined): Promise<LeadPage> {
  const { rows, next } = await (place === undefined ? api.page('leads', query) : api.pageAt(place));
  return { ...leadsOfRows(rows, leadOf), ...(next === undefined ? {} : { next }) };
}

function leadOf(row: Readonly<Record<string, unknown>>): LeadRead | undefined {
  const id = guidIn(row['leadid']);
  if (id === undefined) return undefined;
  const created = localDayOf(row['createdon']);
  return {
    id,
    source: textOf(formatted(row, 'leadsourcecode')) ?? null,
    status: textOf(formatted(row, 'statecode')) ?? null,
    owner: textOf(formatted(row, '_ownerid_value')) ?? null,
    ...(created === undefined ? {} : { createdOn: created }),
    // Qualified without an opportunity is a contact.
    convertedTo: guidIn(row['_qualifyingopportunityid_value']) ?? null,
  };
}
