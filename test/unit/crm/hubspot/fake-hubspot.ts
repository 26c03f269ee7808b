import { hubspotSync } from '../../../../lib/crm/hubspot/sync';
import { recorded, reply, type FakeCrm } from '../sync/fake-crm';

type Row = Record<string, unknown>;

interface Search {
  readonly objectTypeId: string;
  readonly count: number;
  readonly offset: number;
  readonly filterGroups: readonly {
    readonly filters: readonly { property: string; value?: string; values?: readonly string[] }[];
  }[];
}

const oneMore = (property: string, value: string) => ({ [property]: { value } });

/** The recorded deals, with what the record leaves out; days are at noon. */
export const recordedDeals = (): Row[] =>
  (recorded('hubspot', 'internal-crm-search')['results'] as Row[]).map((row, nth) => ({
    ...row,
    properties: {
      ...(row['properties'] as Row),
      ...oneMore('closedate', String(Date.UTC(2026, [11, 10, 9][nth] ?? 0, [18, 28, 30][nth], 12))),
      ...oneMore('hs_created_by_user_id', nth === 0 ? '61500003' : '61500001'),
      ...(nth === 0
        ? {
            ...oneMore('hs_mrr', '4000'),
            ...oneMore('dealtype', 'newbusiness'),
            ...oneMore('hubspot_team_id', '901'),
            ...oneMore('hs_manual_forecast_category', 'BEST_CASE'),
            ...oneMore('hs_next_step', 'Security review call'),
            ...oneMore('hs_v2_date_entered_current_stage', '1793109790000'),
            ...oneMore('notes_last_contacted', '1795101600000'),
          }
        : {}),
      ...(nth === 2 ? oneMore('closed_lost_reason', 'Went with in-house tool') : {}),
    },
  }));

export const recordedLeads = () => recorded('hubspot', 'internal-crm-search-leads')['results'] as Row[];

export interface FakeHubspot {
  /** `null`: there are none in this portal, or the user may not read them. */
  readonly leads?: readonly Row[] | null;
  /** Deals of leads by the lead's id; the others have none. */
  readonly dealsOf?: Readonly<Record<string, readonly unknown[]>>;
  readonly deals?: readonly Row[];
  readonly pageSize?: number;
  readonly objects?: Row;
  /** False: the public interface does not answer to the page's session. */
  readonly hasPublic?: boolean;
  readonly cookie?: () => string;
}

export function fakeHubspot({
  leads = recordedLeads(),
  dealsOf = { '41500000001': [18210045501] },
  deals = recordedDeals(),
  pageSize = 2,
  objects = recorded('hubspot', 'internal-inbounddb-batch'),
  hasPublic = true,
  cookie = () => 'hubspotapi-csrf=s3cret; lang=en',
}: FakeHubspot = {}): FakeCrm {
  return {
    way: hubspotSync,
    address: 'https://app-eu1.hubspot.com/contacts/245000001/objects/0-3/views/all/list',
    page: {
      document: {
        get cookie() {
          return cookie();
        },
      },
    },
    answer: ({ path, body, url: { searchParams }, headers }) => {
      if (headers.get('x-hubspot-csrf-hubspotapi') !== 's3cret') return reply(403);
      if (searchParams.get('portalId') !== '245000001') return reply(400);
      const lead = /^\/api\/crm\/v4\/objects\/0-136\/(\d+)\/associations\/0-3$/.exec(path)?.[1];
      if (lead !== undefined)
        return { results: (dealsOf[lead] ?? []).map((toObjectId) => ({ toObjectId, associationTypes: [] })) };
      switch (path) {
        case '/api/crm-search/search':
          if ((body as Search).objectTypeId === '0-3') return found(deals, body as Search, pageSize);
          return leads === null ? reply(403) : found(leads, body as Search, pageSize);
        case '/api/inbounddb-objects/v1/crm-objects/0-3/batch': {
          const ids = searchParams.getAll('id');
          return Object.fromEntries(Object.entries(objects).filter(([id]) => ids.includes(id)));
        }
        case '/api/crm/v3/owners':
          return hasPublic ? recorded('hubspot', 'v3-owners') : reply(404);
        case '/api/crm/v3/pipelines/deals':
          return hasPublic ? recorded('hubspot', 'v3-pipelines-deals') : reply(404);
        default:
          return undefined;
      }
    },
  };
}

function found(deals: readonly Row[], { count, offset, filterGroups }: Search, pageSize: number): Row {
  const filters = filterGroups.flatMap((group) => group.filters);
  const valueOf = (name: string) => filters.find(({ property }) => property === name)?.value;
  const after = Number(valueOf('hs_object_id') ?? 0);
  const ids = filters.find(({ values }) => values !== undefined)?.values;
  const fitting = deals.filter(({ objectId, properties }) => {
    const isClosed = (properties as Record<string, Row>)['hs_is_closed']?.['value'];
    if (ids !== undefined) return ids.includes(String(objectId));
    return Number(objectId) > after && (valueOf('hs_is_closed') ?? isClosed) === isClosed;
  });
  const results = fitting.slice(offset, offset + Math.min(count, pageSize));
  const end = offset + results.length;
  return { total: fitting.length, hasMore: end < fitting.length, offset: end, results };
}
