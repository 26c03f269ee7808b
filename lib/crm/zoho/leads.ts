import type { LeadRead } from '../../deal/lead';
import { idOf, instantOf, isRecord, textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { LeadPage } from '../sync/read-pipeline';
import type { Row, ZohoApi } from './api';

/** facts.md 5.4. */
const fields = 'Full_Name,Lead_Source,Lead_Status,Owner,Created_Time,Converted_Date_Time,Converted_Deal';

/** New leads, and then those that have been converted, which are listed apart. */
export async function readLeadPage(api: ZohoApi, place = 'new '): Promise<LeadPage> {
  const isConverted = place.startsWith('converted ');
  const at = place.slice(place.indexOf(' ') + 1);
  const query = { fields, ...(isConverted ? { converted: 'true' } : {}), sort_by: 'id', sort_order: 'asc' };
  const { rows, next } = await api.page('Leads', query, at === '' ? undefined : at);
  const after =
    next === undefined
      ? isConverted
        ? undefined
        : 'converted '
      : `${isConverted ? 'converted' : 'new'} ${next}`;
  return { leads: rows.flatMap((row) => leadOf(row) ?? []), ...(after === undefined ? {} : { next: after }) };
}

function leadOf(row: Row): LeadRead | undefined {
  const id = idOf(row['id']);
  if (id === undefined) return undefined;
  const { Owner: owner, Converted_Deal: deal } = row;
  const [created, converted] = [localDayOf(row['Created_Time']), localDayOf(row['Converted_Date_Time'])];
  return {
    id,
    name: textOf(row['Full_Name']) ?? null,
    source: textOf(row['Lead_Source']) ?? null,
    status: textOf(row['Lead_Status']) ?? null,
    owner: isRecord(owner) ? (textOf(owner['name']) ?? null) : null,
    ...(created === undefined ? {} : { createdOn: created }),
    convertedOn: converted ?? null,
    convertedAt: instantOf(row['Converted_Date_Time']) ?? null,
    // Converted without a deal is a contact.
    convertedTo: isRecord(deal) ? (idOf(deal['id']) ?? null) : null,
  };
}
