import { SyncStopped, type AllowedCall, type FetchedJson, type SyncSession } from '../adapter';
import { bodyOf, cloudPace, createCaller, type Request } from '../sync/caller';
import { cookieOf } from '../sync/cookie-of';
import { idOf, isRecord, recordsOf, textOf } from '../sync/guards';
import { withQuery } from '../sync/query';

const paths = {
  search: '/api/crm-search/search',
  batch: '/api/inbounddb-objects/v1/crm-objects/0-3/batch',
  owners: '/api/crm/v3/owners',
  pipelines: '/api/crm/v3/pipelines/deals',
} as const;

/** facts.md 2.3: the calls of HubSpot's own lists and record pages, and three of its public interface beside them. */
export const hubspotCalls: readonly AllowedCall[] = [
  // What lists and boards ask: a search, which is a POST for the length of its question alone.
  { path: /^\/api\/crm-search\/search$/, verb: 'POST' },
  { path: /^\/api\/inbounddb-objects\/v1\/crm-objects\/0-3\/batch$/, verb: 'GET' },
  { path: /^\/api\/crm\/v4\/objects\/0-136\/\d+\/associations\/0-3$/, verb: 'GET' },
  { path: /^\/api\/crm\/v3\/owners$/, verb: 'GET' },
  { path: /^\/api\/crm\/v3\/pipelines\/deals$/, verb: 'GET' },
];

export type Row = Readonly<Record<string, unknown>>;

/** facts.md 2.1: the numbers that kinds of records have everywhere. */
export const kinds = { deal: '0-3', lead: '0-136' } as const;

/** A record of a search: its id, and its properties' values, which are texts all. */
export interface FoundRow {
  readonly id: string | undefined;
  readonly valueOf: (property: string) => unknown;
}

export interface Found {
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly rows: readonly FoundRow[];
}

/** What is searched for. */
export interface Sought {
  /** Deals, where it is not said. */
  readonly kind?: (typeof kinds)[keyof typeof kinds];
  readonly properties: readonly string[];
  readonly isOpen?: boolean;
  /** These alone. */
  readonly ids?: readonly string[];
  /** At most so many. */
  readonly count?: number;
}

export interface HubspotApi {
  /** @param from Ids after this one, and how many of these to leave out. */
  readonly search: (
    from: { readonly after: string; readonly offset: number },
    sought: Sought,
  ) => Promise<Found>;
  /** Ids of the deals that a lead is associated with. */
  readonly dealsOf: (lead: string) => Promise<readonly string[]>;
  readonly batch: (ids: readonly string[]) => Promise<Row>;
  readonly owners: () => Promise<readonly Row[]>;
  readonly pipelines: () => Promise<readonly Row[]>;
}

/** facts.md 2.3: about as many a page, and no more. */
export const rowsPerCall = 100;

export function hubspotApi(session: SyncSession, portal: string): HubspotApi {
  const caller = createCaller(session, cloudPace);
  const address = (path: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(path, { portalId: portal, ...query });

  async function json(request: Pick<Request, 'path' | 'verb' | 'body'>): Promise<unknown> {
    const ask = () => caller.ask(() => ({ ...request, headers: csrfHeader(session) }));
    const reply: FetchedJson = await ask();
    // facts.md 2.3: after a while of idling the cookie is renewed, and the old one is refused once.
    return bodyOf(reply.status === 403 ? await ask() : reply);
  }

  return {
    async search(
      { after, offset },
      { kind = kinds.deal, properties, isOpen = false, ids, count = rowsPerCall },
    ) {
      const filters = [
        ...(ids === undefined ? [] : [{ property: 'hs_object_id', operator: 'IN', values: ids }]),
        ...(after === '' ? [] : [{ property: 'hs_object_id', operator: 'GT', value: after }]),
        ...(isOpen ? [{ property: 'hs_is_closed', operator: 'EQ', value: 'false' }] : []),
      ];
      const body = await json({
        path: address(paths.search),
        verb: 'POST',
        body: {
          objectTypeId: kind,
          count,
          offset,
          query: '',
          filterGroups: filters.length === 0 ? [] : [{ filters }],
          // facts.md 2.3: in any other order pages overlap.
          sorts: [{ property: 'hs_object_id', order: 'ASC' }],
          requestOptions: { properties },
        },
      });
      return foundIn(body);
    },
    async dealsOf(lead) {
      const path = address(`/api/crm/v4/objects/${kinds.lead}/${lead}/associations/${kinds.deal}`);
      const body = await json({ path, verb: 'GET' });
      const ids = resultsOf(body).map(({ toObjectId }) => idOf(toObjectId));
      const known = ids.filter((id) => id !== undefined);
      if (known.length < ids.length || nextOf(body) !== undefined)
        throw new SyncStopped('layout-unknown', 'associations');
      return known;
    },
    async batch(ids) {
      const query = { includeAllProperties: 'true', includeAllValues: 'true' };
      const path = `${address(paths.batch, query)}${ids.map((id) => `&id=${id}`).join('')}`;
      const body = await json({ path, verb: 'GET' });
      // One that is missing was deleted meanwhile; one that was not asked for is no answer.
      const isAnswer =
        isRecord(body) &&
        Object.entries(body).every(
          ([id, object]) => ids.includes(id) && isRecord(object) && isRecord(object['properties']),
        );
      if (!isAnswer) throw new SyncStopped('layout-unknown', 'batch');
      return body;
    },
    async owners() {
      const owners: Row[] = [];
      for (let after: string | undefined; ;) {
        const body = await json({ path: address(paths.owners, { limit: '500', after }), verb: 'GET' });
        owners.push(...resultsOf(body));
        const next = nextOf(body);
        if (next === undefined) return owners;
        if (next === after) throw new SyncStopped('layout-unknown', 'no progress');
        after = next;
      }
    },
    pipelines: async () => resultsOf(await json({ path: address(paths.pipelines), verb: 'GET' })),
  };
}

/** facts.md 2.3: the value of a cookie that the page may read, under the name by which it is asked back. */
function csrfHeader({ page: { document } }: SyncSession): Readonly<Record<string, string>> {
  const token = cookieOf(document, 'hubspotapi-csrf') ?? cookieOf(document, 'csrf.app');
  if (token === undefined) throw new SyncStopped('signed-out');
  return { 'X-HubSpot-CSRF-hubspotapi': token };
}

function resultsOf(body: unknown): readonly Row[] {
  const rows = isRecord(body) ? recordsOf(body['results']) : undefined;
  if (rows === undefined) throw new SyncStopped('layout-unknown', 'no results');
  return rows;
}

function nextOf(body: unknown): string | undefined {
  const paging = isRecord(body) ? body['paging'] : undefined;
  const next = isRecord(paging) ? paging['next'] : undefined;
  return isRecord(next) ? textOf(next['after']) : undefined;
}

function foundIn(body: unknown): Found {
  const rows = resultsOf(body);
  const { total, hasMore } = body as Row;
  if (typeof hasMore !== 'boolean') throw new SyncStopped('layout-unknown', 'search');
  const found = rows.map(({ objectId, properties }) => ({
    id: idOf(objectId),
    // facts.md 2.3: a property without a value is left out.
    valueOf: (property: string) => {
      const given = isRecord(properties) ? properties[property] : undefined;
      return isRecord(given) ? (given['value'] ?? null) : null;
    },
  }));
  if (!rows.every(({ properties }) => isRecord(properties)))
    throw new SyncStopped('layout-unknown', 'search');
  return { total: typeof total === 'number' ? total : undefined, hasMore, rows: found };
}
