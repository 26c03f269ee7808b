import { pipedriveSync } from '../../../../lib/crm/pipedrive/sync';
import { recorded, reply, type FakeCrm } from '../sync/fake-crm';

type Row = Record<string, unknown>;

const rowsOf = (name: string) => recorded('pipedrive', name)['data'] as Row[];

export const recordedDeals = () => rowsOf('v2-deals');
export const recordedLeads = () => rowsOf('v1-leads');
export const recordedChanges = () => rowsOf('v1-deal-changelog');

/** Changes of the recorded deal with its value and owner, newest first, as far as the recorded list leaves them out. */
export interface FakePipedrive {
  readonly deals?: readonly Row[];
  readonly archived?: readonly Row[];
  readonly changes?: Readonly<Record<string, readonly Row[]>>;
  /** `null`: the user may not read them. */
  readonly leads?: readonly Row[] | null;
  readonly archivedLeads?: readonly Row[];
  /** False: the user may not see companies. */
  readonly seesOrganisations?: boolean;
  /** False: nobody is signed in. */
  readonly hasToken?: boolean;
}

export function fakePipedrive({
  deals = recordedDeals(),
  archived = [],
  changes = { '1041': recordedChanges() },
  leads = recordedLeads(),
  archivedLeads = [],
  seesOrganisations = true,
  hasToken = true,
}: FakePipedrive = {}): FakeCrm {
  let me = 1201;
  const answers: Record<string, (query: URLSearchParams) => unknown> = {
    '/api/v1/users/me': () => ({ success: true, data: { id: me, name: 'x', company_id: 77, role_id: 1 } }),
    '/api/v1/users': () => recorded('pipedrive', 'v1-users'),
    '/api/v2/pipelines': () => recorded('pipedrive', 'v2-pipelines'),
    '/api/v2/stages': () => recorded('pipedrive', 'v2-stages'),
    '/api/v2/organizations': (query) => {
      if (!seesOrganisations) return reply(403);
      const known: Record<string, string> = { '301': 'Example Dental Group', '302': 'Example Logistics AB' };
      const ids = (query.get('ids') ?? '').split(',');
      const data = ids.flatMap((id) => (id in known ? [{ id: Number(id), name: known[id] }] : []));
      return { success: true, data, additional_data: { next_cursor: null } };
    },
    '/api/v1/leads': (query) => (leads === null ? reply(403) : leadsFrom(leads, query)),
    '/api/v1/leads/archived': (query) => leadsFrom(archivedLeads, query),
    '/api/v2/deals': (query) => pageOf(deals, query),
    '/api/v2/deals/archived': (query) => pageOf(archived, query),
  };
  return {
    way: pipedriveSync,
    address: 'https://acme.pipedrive.com/pipeline/1/user/everyone',
    page: { document: { cookie: hasToken ? 'lang=en; pipe-session-token=s3cret; theme=' : 'lang=en' } },
    changeUser: () => void (me = 1202),
    answer: ({ path, url: { searchParams } }) => {
      if (searchParams.get('session_token') !== 's3cret') return reply(401);
      const id = /^\/api\/v1\/deals\/(\d+)\/changelog$/.exec(path)?.[1];
      if (id === undefined) return answers[path]?.(searchParams);
      return { success: true, data: changes[id] ?? null, additional_data: { next_cursor: null } };
    },
  };
}

/** Two rows to a page; the cursor names the next one. */
function pageOf(rows: readonly Row[], query: URLSearchParams): Row {
  const from = Number(query.get('cursor') ?? 0);
  const next = from + 2 < rows.length ? String(from + 2) : null;
  return { success: true, data: rows.slice(from, from + 2), additional_data: { next_cursor: next } };
}

/** Two rows to a page, from a position on: version 1's way. */
function leadsFrom(rows: readonly Row[], query: URLSearchParams): Row {
  const start = Number(query.get('start'));
  const pagination = { start, limit: 500, more_items_in_collection: start + 2 < rows.length };
  return { success: true, data: rows.slice(start, start + 2), additional_data: { pagination } };
}
