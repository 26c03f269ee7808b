import type { LeadRead } from '../../deal/lead';
import { SyncStopped } from '../adapter';
import { idOf, instantOf, textOf } from '../sync/guards';
import { leadsOfRows } from '../sync/leads-of-rows';
import { localDayOf } from '../sync/local-day';
import type { LeadPage } from '../sync/read-pipeline';
import type { PipedriveApi, Row } from './api';
import { isDeleted } from './is-deleted';
import { timeOfLead } from './time-of-lead';
import type { PipedriveWords } from './words';

const rowsPerCall = 500;
/** An id and the record's own time are of one moment; an imported lead has another day than the one that made its id. */
const skewMs = 3_600_000;

/** Leads, and then deals: one that has become a deal is in no list of leads any more, and its deal says which it was. */
const lists = ['/api/v1/leads', '/api/v1/leads/archived', '/api/v2/deals', '/api/v2/deals/archived'] as const;

interface Place {
  readonly list: number;
  /** Of leads the position of the last one that was read, and its id; of deals the cursor. Empty: the beginning. */
  readonly after: string;
  /** Up to this instant ids do not tell when a lead was made: an imported one has an older day. Empty: they do. */
  readonly doubt: string;
}

/** Leads that are open or put aside, and then those that have become deals. */
export async function readLeadPage(
  api: PipedriveApi,
  words: PipedriveWords,
  place = '0||',
): Promise<LeadPage> {
  const [list = '', doubt = '', ...rest] = place.split('|');
  const from: Place = { list: Number(list), doubt, after: rest.join('|') };
  return from.list < 2 ? openLeads(api, words, from) : dealtLeads(api, from);
}

async function openLeads(
  api: PipedriveApi,
  { people }: PipedriveWords,
  { list, after, doubt: before }: Place,
): Promise<LeadPage> {
  const [position = '', last] = after.split(' ');
  const start = Number(position);
  const { rows, next } = await api.pageFrom(lists[list] ?? '', start, rowsPerCall);
  // The last one is asked for again: stands another in its place, one before it has gone, and one is passed over.
  const isShifted = last !== undefined && rows[0]?.['id'] !== last;
  const fresh = last === undefined || isShifted ? rows : rows.slice(1);
  if (next !== undefined && fresh.length === 0) throw new SyncStopped('layout-unknown', 'no progress');
  const doubt = rows.map(doubtOf).reduce((a, b) => (a > b ? a : b), before);
  const end = `${start + rows.length - 1} ${String(rows.at(-1)?.['id'])}`;
  return {
    ...leadsOfRows(fresh, (row) => openLead(row, people)),
    next: placeText(next !== undefined ? { list, after: end, doubt } : { list: list + 1, after: '', doubt }),
    ...(isShifted ? { problem: 'leads-partly' } : {}),
  };
}

function openLead(row: Row, people: PipedriveWords['people']): LeadRead | undefined {
  const id = textOf(row['id']);
  if (id === undefined) return undefined;
  const [name, owner, created] = [textOf(row['title']), idOf(row['owner_id']), localDayOf(row['add_time'])];
  const named = people.get(owner ?? '');
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...sourceOf(row),
    ...(named === undefined ? {} : { owner: named }),
    ...(created === undefined ? {} : { createdOn: created }),
    convertedOn: null,
    convertedAt: null,
    convertedTo: null,
  };
}

/** The time of an id that is not the record's own. */
function doubtOf(row: Row): string {
  const [made, stated] = [timeOfLead(textOf(row['id']) ?? ''), instantOf(row['add_time'])];
  if (made === undefined || stated === undefined) return '';
  return Math.abs(Date.parse(made) - Date.parse(stated)) > skewMs ? made : '';
}

async function dealtLeads(api: PipedriveApi, { list, after, doubt }: Place): Promise<LeadPage> {
  const { rows, next } = await api.page(lists[list] ?? '', {
    limit: String(rowsPerCall),
    cursor: after === '' ? undefined : after,
    include_fields: 'source_lead_id',
  });
  if (rows.some((row) => row['source_lead_id'] === undefined))
    throw new SyncStopped('layout-unknown', 'source_lead_id');
  const dealt = rows.filter((row) => !isDeleted(row) && row['source_lead_id'] !== null);
  const page = leadsOfRows(dealt, (row) => dealtLead(row, doubt));
  const goOn =
    next === undefined
      ? list + 1 < lists.length && { list: list + 1, after: '', doubt }
      : { list, after: next, doubt };
  return {
    ...page,
    ...(goOn ? { next: placeText(goOn) } : {}),
    // One whose day nobody knows is missing in its month.
    ...(page.leads.some(({ createdOn }) => createdOn === undefined) ? { problem: 'leads-partly' } : {}),
  };
}

/** The deal was made when the lead became it; name and owner that the lead had are gone. */
function dealtLead(row: Row, doubt: string): LeadRead | undefined {
  const [id, deal] = [textOf(row['source_lead_id']), idOf(row['id'])];
  if (id === undefined || deal === undefined) return undefined;
  const [made, at] = [timeOfLead(id), instantOf(row['add_time'])];
  const created = made !== undefined && made > doubt && (at === undefined || made <= at) ? made : undefined;
  const [createdOn, convertedOn] = [localDayOf(created), localDayOf(at)];
  return {
    id,
    ...sourceOf(row),
    ...(createdOn === undefined ? {} : { createdOn }),
    ...(at === undefined || convertedOn === undefined ? {} : { convertedOn, convertedAt: at }),
    convertedTo: deal,
  };
}

/** A deal keeps the origin of the lead that it was. `WebForms` as pages write it: `Web forms`. */
function sourceOf({ origin }: Row): Pick<LeadRead, 'source'> {
  if (origin === null) return { source: null };
  const source = textOf(origin)?.replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return source === undefined ? {} : { source };
}

function placeText({ list, doubt, after }: Place): string {
  return `${list}|${doubt}|${after}`;
}
