import type { LeadRead } from '../../deal/lead';
import { ifUnderstood } from '../sync/caller';
import { idOf, instantOf, isRecord, textOf } from '../sync/guards';
import { leadsOfRows } from '../sync/leads-of-rows';
import { localDayOf } from '../sync/local-day';
import type { LeadPage } from '../sync/read-pipeline';
import type { Row, ZohoApi } from './api';

/** facts.md 5.4. */
const fields = 'Full_Name,Lead_Source,Lead_Status,Owner,Created_Time,Converted_Date_Time,Converted_Deal';

/** What is listed: where the converted ones are not to be had, `unsure` says of the others only what they show. */
type Kind = 'converted' | 'others' | 'unsure';

/**
 * Converted leads first, and then the others, which are listed apart: so none is said not to be converted before those
 * that are have all been read. A place of an older version, which began with the others, is none.
 */
export async function readLeadPage(api: ZohoApi, place = ''): Promise<LeadPage> {
  const [, word = 'converted', at = ''] = /^(converted|others|unsure) (.*)$/.exec(place) ?? [];
  const kind = word as Kind;
  const isConverted = kind === 'converted';
  const query = { fields, ...(isConverted ? { converted: 'true' } : {}), sort_by: 'id', sort_order: 'asc' };
  const listing = api.page('Leads', query, at === '' ? undefined : at);
  const page = await (isConverted ? ifUnderstood(listing) : listing);
  if (page === undefined) return { ...(await readLeadPage(api, 'unsure ')), problem: 'leads-partly' };
  const { rows, next } = page;
  const after = next === undefined ? (isConverted ? 'others ' : undefined) : `${kind} ${next}`;
  return {
    ...leadsOfRows(rows, (row) => leadOf(row, kind)),
    ...(after === undefined ? {} : { next: after }),
  };
}

function leadOf(row: Row, kind: Kind): LeadRead | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const { Owner: owner } = row;
  const created = localDayOf(row['Created_Time']);
  return {
    id,
    name: textOf(row['Full_Name']) ?? null,
    source: textOf(row['Lead_Source']) ?? null,
    status: textOf(row['Lead_Status']) ?? null,
    owner: isRecord(owner) ? (textOf(owner['name']) ?? null) : null,
    ...(created === undefined ? {} : { createdOn: created }),
    ...conversionOf(row, kind),
  };
}

function conversionOf(row: Row, kind: Kind): Pick<LeadRead, 'convertedOn' | 'convertedAt' | 'convertedTo'> {
  const { Converted_Date_Time: time, Converted_Deal: deal } = row;
  const [on, at] = [localDayOf(time), instantOf(time)];
  const none = kind === 'others' ? { convertedOn: null, convertedAt: null } : {};
  const to = isRecord(deal) ? idOf(deal['id']) : undefined;
  return {
    ...(on === undefined || at === undefined ? none : { convertedOn: on, convertedAt: at }),
    // Converted without a deal is a contact.
    ...(to === undefined && kind === 'unsure' ? {} : { convertedTo: to ?? null }),
  };
}
