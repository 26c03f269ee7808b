import { SyncStopped, type AllowedCall, type SyncSession } from '../adapter';
import { bodyOf, cloudPace, createCaller } from '../sync/caller';
import { cookieOf } from '../sync/cookie-of';
import { isRecord, recordsOf, textOf } from '../sync/guards';
import { withQuery } from '../sync/query';
import { zohoOrganisation } from './tenant';

/** facts.md 5.3, 5.4: the documented interface, to which the page's own session is good as well. */
export const zohoCalls: readonly AllowedCall[] = [
  { path: /^\/crm\/v8\/(?:users|settings\/(?:fields|layouts|pipeline)|Deals|Leads)$/, verb: 'GET' },
  { path: /^\/crm\/v8\/Deals\/\d+\/Stage_History$/, verb: 'GET' },
];

export type Row = Readonly<Record<string, unknown>>;

export interface RowPage {
  readonly rows: readonly Row[];
  /** Where the next page begins. */
  readonly next?: string;
}

type Query = Readonly<Record<string, string | undefined>>;

export interface ZohoApi {
  /** Rows of a resource's one list. @param key The list's name in the answer. */
  readonly rows: (path: string, key: string, query: Query) => Promise<readonly Row[]>;
  readonly page: (path: string, query: Query, place?: string) => Promise<RowPage>;
}

/** facts.md 5.3: so many rows a page, and so many pages by their number. */
const rowsPerPage = '200';
const numberedPages = 10;

export function zohoApi(session: SyncSession): ZohoApi {
  const caller = createCaller(session, cloudPace);
  const organisation = zohoOrganisation(session.page.url);

  async function get(path: string, query: Query): Promise<Row | undefined> {
    const reply = await caller.ask(() => ({
      path: withQuery(`/crm/v8/${path}`, query),
      verb: 'GET',
      headers: {
        'X-ZCSRF-TOKEN': `crmcsrfparam=${tokenOf(session)}`,
        ...(organisation === undefined ? {} : { 'X-CRM-ORG': organisation }),
        'X-Requested-With': 'XMLHttpRequest',
      },
    }));
    // facts.md 5.3: where nothing is found there is no body either.
    if (reply.status === 204) return undefined;
    const body = bodyOf(reply);
    if (!isRecord(body)) throw new SyncStopped('layout-unknown', path);
    return body;
  }

  async function rows(path: string, key: string, query: Query): Promise<readonly Row[]> {
    const body = await get(path, query);
    return body === undefined ? [] : rowsIn(body, key);
  }

  async function page(path: string, query: Query, place = 'page:1'): Promise<RowPage> {
    const [kind, ...rest] = place.split(':');
    const where = { [kind === 'token' ? 'page_token' : 'page']: rest.join(':') };
    const body = await get(path, { ...query, per_page: rowsPerPage, ...where });
    if (body === undefined) return { rows: [] };
    const next = nextOf(body['info'], kind === 'page' ? Number(rest[0]) : undefined);
    return { rows: rowsIn(body, 'data'), ...(next === undefined ? {} : { next }) };
  }

  return { rows, page };
}

/** facts.md 5.3: what the page has in a field that nobody sees, or in a cookie that it may read. */
function tokenOf({ page: { document } }: SyncSession): string {
  const field = document.querySelector<HTMLInputElement>('input#token')?.value;
  const token = textOf(field) ?? cookieOf(document, 'CT_CSRF_TOKEN');
  if (token === undefined) throw new SyncStopped('signed-out');
  return token;
}

function rowsIn(body: Row, key: string): readonly Row[] {
  const rows = recordsOf(body[key]);
  if (rows === undefined) throw new SyncStopped('layout-unknown', `no ${key}`);
  return rows;
}

/** facts.md 5.3: the first pages have numbers, and from there on tokens. */
function nextOf(info: unknown, page: number | undefined): string | undefined {
  if (!isRecord(info) || typeof info['more_records'] !== 'boolean')
    throw new SyncStopped('layout-unknown', 'no info');
  if (!info['more_records']) return undefined;
  const token = textOf(info['next_page_token']);
  if (token !== undefined) return `token:${token}`;
  if (page === undefined || page >= numberedPages) throw new SyncStopped('layout-unknown', 'no next page');
  return `page:${page + 1}`;
}
