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
type Kind = 'others' | 'unsure' | 'converted';

/**
 * Leads that are not converted, and then the others, which are listed apart: one that is converted between the two
 * listings is in both, and not in none. A place of an older version, which had them the other way round, is none.
 */
export async function readLeadPage(api: ZohoApi, place = ''): Promise<LeadPage> {
  const [, word, at = ''] = /^(others|unsure|converted)\|(.*)$/.exec(place) ?? [];
  const kind = (word as Kind | undefined) ?? (await firstKind(api));
  const converted = kind === 'converted' ? { converted: 'true' } : {};
  const query = { fields, ...converted, sort_by: 'id', sort_order: 'asc' };
  const { rows, next } = await api.page('Leads', query, at === '' ? undefined : at);
  const after = next === undefined ? (kind === 'others' ? 'converted|' : undefined) : `${kind}|${next}`;
  return {
    ...leadsOfRows(rows, (row) => leadOf(row, kind)),
    ...(after === undefined ? {} : { next: after }),
    // Told once: from there on the cursor knows.
    ...(kind === 'unsure' && word === undefined && { problem: 'leads-partly' }),
  };
}

/** Asks for converted leads before any is said not to be converted. */
async function firstKind(api: ZohoApi): Promise<Kind> {
  const query = { fields: 'Converted_Date_Time,Converted_Deal', converted: 'true' };
  return (await ifUnderstood(api.page('Leads', query))) === undefined ? 'unsure' : 'others';
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
