import type { LeadRead } from '../../deal/lead';
import { ifUnderstood } from '../sync/caller';
import { textOf } from '../sync/guards';
import { localDayOf } from '../sync/local-day';
import type { LeadPage } from '../sync/read-pipeline';
import { kinds, type FoundRow, type HubspotApi } from './api';
import { listRows } from './list-rows';
import { asWords, dayOfMs, instantOfText } from './record';
import type { HubspotWords } from './words';

/** A lead may cost a call of its own, for its deals: so few of them make a step. */
const leadsPerCall = 25;

/** facts.md 2.4, and what public programs ask leads for. */
const properties = {
  name: 'hs_lead_name',
  source: 'hs_lead_source',
  owner: 'hubspot_owner_id',
  created: 'hs_createdate',
  deals: 'hs_lead_associated_deals_count',
} as const;

/** Deals of a lead, each with the instant at which it was made. */
type DealsOf = readonly { readonly id: string; readonly at: string }[];

/**
 * Records of the kind lead. No property of theirs says when they became a deal, so that is when the first deal was made
 * that is associated with them and younger: an older one was not made of them.
 */
export async function readLeadPage(
  api: HubspotApi,
  words: HubspotWords,
  place: string | undefined,
): Promise<LeadPage> {
  const sought = { kind: kinds.lead, properties: Object.values(properties), count: leadsPerCall };
  const { rows, next } = await listRows(api, place, sought);
  const deals = await readDeals(api, rows);
  return {
    leads: rows.flatMap((row) => leadOf(row, words, deals.get(row.id ?? '')) ?? []),
    ...(next === undefined ? {} : { next }),
    ...(rows.some(({ id }) => !deals.has(id ?? '')) ? { problem: 'leads-partly' } : {}),
  };
}

/** By the lead's id; absent where the server does not say, or one of them is not to be seen. */
async function readDeals(api: HubspotApi, rows: readonly FoundRow[]): Promise<ReadonlyMap<string, DealsOf>> {
  const ids = new Map<string, readonly string[]>();
  let isRefused = false;
  for (const { id, valueOf } of rows) {
    if (id === undefined) continue;
    const hasNone = valueOf(properties.deals) === '0';
    // Asked for the others it would answer so again.
    const own = hasNone ? [] : isRefused ? undefined : await ifUnderstood(api.dealsOf(id));
    if (own === undefined) isRefused = true;
    else ids.set(id, own);
  }
  const made = await ifUnderstood(readCreated(api, [...new Set([...ids.values()].flat())]));
  return new Map(
    [...ids].flatMap(([lead, own]) => {
      const known = own.flatMap((id) => {
        const at = made?.get(id);
        return at === undefined ? [] : [{ id, at }];
      });
      return known.length === own.length ? [[lead, known] as const] : [];
    }),
  );
}

async function readCreated(api: HubspotApi, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (let hasMore = ids.length > 0, offset = 0; hasMore;) {
    const found = await api.search({ after: '', offset }, { ids, properties: ['createdate'] });
    for (const { id, valueOf } of found.rows) {
      const at = instantOfText(valueOf('createdate'));
      if (id !== undefined && at !== undefined) made.set(id, at);
    }
    offset += found.rows.length;
    hasMore = found.hasMore && found.rows.length > 0;
  }
  return made;
}

function leadOf(
  { id, valueOf }: FoundRow,
  { owners }: HubspotWords,
  deals: DealsOf | undefined,
): LeadRead | undefined {
  if (id === undefined) return undefined;
  const owner = valueOf(properties.owner);
  const named = owner === null || owner === '' ? null : owners.get(textOf(owner) ?? '');
  const created = valueOf(properties.created);
  const createdOn = dayOfMs(created);
  return {
    id,
    name: textOf(valueOf(properties.name)) ?? null,
    source: asWords(valueOf(properties.source)) ?? null,
    ...(named === undefined ? {} : { owner: named }),
    ...(createdOn === undefined ? {} : { createdOn }),
    ...conversionOf(instantOfText(created), deals),
  };
}

/** Nothing where nobody knows. */
function conversionOf(
  created: string | undefined,
  deals: DealsOf | undefined,
): Pick<LeadRead, 'convertedOn' | 'convertedAt' | 'convertedTo'> {
  if (deals?.length === 0) return { convertedOn: null, convertedAt: null, convertedTo: null };
  const younger = deals?.filter(({ at }) => created !== undefined && at >= created) ?? [];
  const [first] = younger.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const convertedOn = localDayOf(first?.at);
  if (first === undefined || convertedOn === undefined) return {};
  return { convertedOn, convertedAt: first.at, convertedTo: first.id };
}
