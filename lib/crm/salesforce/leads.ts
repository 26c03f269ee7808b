import type { LeadRead } from '../../deal/lead';
import { dayOf, isRecord, textOf } from '../sync/guards';
import { leadsOfRows } from '../sync/leads-of-rows';
import { localDayOf } from '../sync/local-day';
import type { LeadPage } from '../sync/read-pipeline';
import type { Row, SalesforceApi } from './api';
import { opportunityId } from './deal-id';
import { leadId } from './lead-id';

const leadsPerCall = 500;
/** facts.md 1.4. */
const fields =
  'Id,Name,LeadSource,Status,OwnerId,Owner.Name,CreatedDate,IsConverted,ConvertedDate,ConvertedOpportunityId';

/** New leads as well as converted ones. Ids only grow, so nothing is skipped. */
export async function readLeadPage(api: SalesforceApi, place: string | undefined): Promise<LeadPage> {
  const after = leadId(place ?? '');
  const where = after === undefined ? '' : ` WHERE Id > '${after}'`;
  const rows = await api.select(`SELECT ${fields} FROM Lead${where} ORDER BY Id LIMIT ${leadsPerCall}`);
  const last = textOf(rows.at(-1)?.['Id']);
  return {
    ...leadsOfRows(rows, leadOf),
    ...(rows.length < leadsPerCall || last === undefined ? {} : { next: last }),
  };
}

function leadOf(row: Row): LeadRead | undefined {
  const id = leadId(textOf(row['Id']) ?? '');
  if (id === undefined) return undefined;
  const { OwnerId: ownerId, Owner: owner, IsConverted: isConverted } = row;
  const created = localDayOf(row['CreatedDate']);
  const converted = isConverted === true ? dayOf(row['ConvertedDate']) : null;
  const deal = isConverted === true ? opportunityId(textOf(row['ConvertedOpportunityId']) ?? '') : undefined;
  // A queue owns none.
  const isPerson = typeof ownerId === 'string' && ownerId.startsWith('005');
  return {
    id,
    name: textOf(row['Name']) ?? null,
    source: textOf(row['LeadSource']) ?? null,
    status: textOf(row['Status']) ?? null,
    owner: isPerson && isRecord(owner) ? (textOf(owner['Name']) ?? null) : null,
    ...(created === undefined ? {} : { createdOn: created }),
    ...(converted === undefined ? {} : { convertedOn: converted }),
    // Converted without a deal is a contact.
    convertedTo: deal ?? null,
  };
}
