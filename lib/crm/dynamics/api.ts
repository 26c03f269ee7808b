import { SyncStopped, type SyncSession } from '../adapter';
import { cloudPace, createCaller } from '../sync/caller';
import { isRecord, recordsOf } from '../sync/guards';
import { withQuery } from '../sync/query';
import { dynamicsRoot } from './tenant';

/** Tables and functions of the Web API that a sync reads (facts.md 4.3, 4.4); nothing else of it is called. */
const read = [
  'WhoAmI',
  "EntityDefinitions\\(LogicalName='opportunity'\\)/Attributes",
  'opportunities',
  'leads',
  'opportunitysalesprocesses',
  'leadtoopportunitysalesprocesses',
  'processstages',
  'systemusers',
  'transactioncurrencies',
];

/** On premises the interface stands behind the organisation's name (facts.md 4.1). */
export const readingPaths = new RegExp(`^(?:/[\\w-]+)?/api/data/v9\\.2/(?:${read.join('|')})$`);

/** One page of a table. */
export interface TablePage {
  readonly rows: readonly Record<string, unknown>[];
  /** Path of the next page. */
  readonly next?: string;
  /** How many rows there are; only where it was asked for, and below the number at which the server stops counting. */
  readonly count?: number;
}

export interface DynamicsApi {
  readonly one: (name: string) => Promise<Record<string, unknown>>;
  readonly page: (name: string, query: Readonly<Record<string, string>>) => Promise<TablePage>;
  readonly pageAt: (path: string) => Promise<TablePage>;
  /** Every row of a table. */
  readonly all: (
    name: string,
    query: Readonly<Record<string, string>>,
  ) => Promise<readonly Record<string, unknown>[]>;
}

/** facts.md 4.4: a count stops at the most rows that one page may have. */
const countLimit = 5000;

/** facts.md 4.3: the documented Web API on the page's own origin, by the page's cookies alone. */
export function dynamicsApi(session: SyncSession): DynamicsApi {
  const { origin, pathname } = session.page.url;
  const base = `${dynamicsRoot({ pathname })}/api/data/v9.2/`;
  const caller = createCaller(session, cloudPace);
  const get = (path: string, rows: number) =>
    caller.json(() => ({
      path,
      verb: 'GET',
      headers: {
        'OData-MaxVersion': '4.0',
        'OData-Version': '4.0',
        Prefer: `odata.include-annotations="*",odata.maxpagesize=${rows}`,
      },
    }));

  async function pageAt(path: string, size = 500): Promise<TablePage> {
    const body = await get(path, size);
    const rows = isRecord(body) ? recordsOf(body['value']) : undefined;
    if (rows === undefined || !isRecord(body)) throw new SyncStopped('layout-unknown', 'no table');
    const link = body['@odata.nextLink'];
    const count = body['@odata.count'];
    return {
      rows,
      ...(link === undefined ? {} : { next: pathOf(link) }),
      ...(typeof count === 'number' && count >= 0 && count < countLimit ? { count } : {}),
    };
  }

  function pathOf(link: unknown): string {
    const url = typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
    if (url?.origin !== origin || !url.pathname.startsWith(base))
      throw new SyncStopped('layout-unknown', 'next page elsewhere');
    return url.pathname + url.search;
  }

  const page: DynamicsApi['page'] = (name, query) => pageAt(withQuery(base + name, query));

  async function all(name: string, query: Readonly<Record<string, string>>) {
    const found: Record<string, unknown>[] = [];
    for (let path: string | undefined = withQuery(base + name, query); path !== undefined;) {
      const { rows, next }: TablePage = await pageAt(path, countLimit);
      found.push(...rows);
      path = next;
    }
    return found;
  }

  async function one(name: string) {
    const body = await get(base + name, 1);
    if (!isRecord(body)) throw new SyncStopped('layout-unknown', name);
    return body;
  }

  return { one, page, pageAt, all };
}

/** What the server writes for a value in the user's language: a lookup's name, an option's label (facts.md 4.4). */
export function formatted(row: Readonly<Record<string, unknown>>, field: string): unknown {
  const text = row[`${field}@OData.Community.Display.V1.FormattedValue`];
  // A lookup or option without value has no text either.
  return text ?? (row[field] === null ? null : undefined);
}
