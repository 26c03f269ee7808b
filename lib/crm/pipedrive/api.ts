import { SyncStopped, type AllowedCall, type SyncSession } from '../adapter';
import { bodyOf, cloudPace, createCaller } from '../sync/caller';
import { cookieOf } from '../sync/cookie-of';
import { isRecord, recordsOf, textOf } from '../sync/guards';
import { withQuery } from '../sync/query';

/**
 * facts.md 3.3: version 2 wherever it has the resource, and version 1 for users, leads and changes, which have no other. That
 * version 2 answers to a page's session is likely and was not seen.
 */
export const pipedriveCalls: readonly AllowedCall[] = [
  { path: /^\/api\/v1\/users(?:\/me)?$/, verb: 'GET' },
  { path: /^\/api\/v1\/leads(?:\/archived)?$/, verb: 'GET' },
  { path: /^\/api\/v2\/(?:pipelines|stages|organizations|deals|deals\/archived)$/, verb: 'GET' },
  { path: /^\/api\/v1\/deals\/\d+\/changelog$/, verb: 'GET' },
];

export type Row = Readonly<Record<string, unknown>>;

export interface RowPage {
  readonly rows: readonly Row[];
  /** Where the next page begins. */
  readonly next?: string;
}

export interface PipedriveApi {
  readonly one: (path: string) => Promise<Row>;
  readonly page: (path: string, query: Readonly<Record<string, string | undefined>>) => Promise<RowPage>;
  /** The same of a resource of version 1, which counts: a page from a position on, at most so many rows. */
  readonly pageFrom: (path: string, start: number, limit: number) => Promise<RowPage>;
  /** Every row of a resource. */
  readonly all: (path: string, query?: Readonly<Record<string, string>>) => Promise<readonly Row[]>;
}

export function pipedriveApi(session: SyncSession): PipedriveApi {
  const caller = createCaller(session, cloudPace);

  const ask = (path: string, query: Readonly<Record<string, string | undefined>>) =>
    caller.ask(() => {
      // facts.md 3.3: what stands in a cookie that the page may read goes with every call, beside the cookies.
      const token = cookieOf(session.page.document, 'pipe-session-token');
      if (token === undefined) throw new SyncStopped('signed-out');
      return { path: withQuery(path, { ...query, session_token: token }), verb: 'GET' };
    });

  async function get(path: string, query: Readonly<Record<string, string | undefined>>): Promise<Row> {
    const reply = await ask(path, query);
    if (reply.status === 401 && path.startsWith('/api/v2/')) {
      // It may be that version 2 does not answer to a page's session: then that one has not ended.
      bodyOf(await ask('/api/v1/users/me', {}));
      throw new SyncStopped('forbidden', 'version 2');
    }
    const body = bodyOf(reply);
    if (!isRecord(body) || body['success'] !== true) throw new SyncStopped('layout-unknown', 'no success');
    return body;
  }

  async function page(path: string, query: Readonly<Record<string, string | undefined>>): Promise<RowPage> {
    const { rows, more } = rowsOf(await get(path, query));
    const next = textOf(more['next_cursor']);
    return { rows, ...(next === undefined ? {} : { next }) };
  }

  async function pageFrom(path: string, start: number, limit: number): Promise<RowPage> {
    const query = { start: String(start), limit: String(limit), sort: 'add_time ASC' };
    const { rows, more } = rowsOf(await get(path, query));
    const pagination = isRecord(more['pagination']) ? more['pagination'] : {};
    const { more_items_in_collection: hasMore } = pagination;
    if (typeof hasMore !== 'boolean') throw new SyncStopped('layout-unknown', 'no pagination');
    return { rows, ...(hasMore ? { next: String(start + rows.length) } : {}) };
  }

  async function all(path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly Row[]> {
    const found: Row[] = [];
    for (let cursor: string | undefined; ;) {
      const { rows, next }: RowPage = await page(path, { ...query, cursor });
      found.push(...rows);
      if (next === undefined) return found;
      if (next === cursor) throw new SyncStopped('layout-unknown', 'no progress');
      cursor = next;
    }
  }

  async function one(path: string): Promise<Row> {
    const { data } = await get(path, {});
    if (!isRecord(data)) throw new SyncStopped('layout-unknown', path);
    return data;
  }

  return { one, page, pageFrom, all };
}

function rowsOf({ data, additional_data: more }: Row): { readonly rows: readonly Row[]; readonly more: Row } {
  // Where nothing is found the list is null.
  const rows = data === null ? [] : recordsOf(data);
  if (rows === undefined) throw new SyncStopped('layout-unknown', 'no rows');
  return { rows, more: isRecord(more) ? more : {} };
}
