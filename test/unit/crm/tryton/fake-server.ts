import type { FetchedJson, FetchJson, Page, SyncSession } from '../../../../lib/crm/adapter';

export interface FakeRecord {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** A few opportunities behind Tryton's interface, with their revisions, as far as a sync asks for them. */
export interface FakeTryton {
  readonly records: FakeRecord[];
  /** Values at past revisions by `id@microsecond-instant`, and the list of revisions itself. */
  readonly revisions: { id: number; at: readonly number[]; values: Record<string, unknown> }[];
  /** What the server keeps for each user: its rules go by this and not by what a call says of itself. */
  readonly preferences: Record<string, unknown>;
  /** What the page keeps: the session in `local`, the context in `session`. */
  readonly stored: Map<string, string>;
  /** Every call made: its method and parameters. */
  readonly calls: { method: string; params: unknown[]; headers: Record<string, string> }[];
  /** Answers with something else than the result, once for each entry from the front. */
  readonly interrupt: (Partial<FetchedJson> | undefined)[];
}

export const datetime = ([year, month, day, hour, minute, second, microsecond]: readonly number[]) => ({
  __class__: 'datetime',
  year,
  month,
  day,
  hour,
  minute,
  second,
  microsecond,
});

export function fakeTryton(part: Partial<FakeTryton>): FakeTryton {
  return {
    records: [],
    revisions: [],
    preferences: { company: 1, company_filter: 'one', employee: 9, groups: [14, 12], language: 'de' },
    stored: new Map([
      ['sao_session_sales', '{"login":"ida","user_id":5,"session":"k"}'],
      ['sao_context_sales', '{"company":1,"language":"de","locale":{"date":"%d.%m.%Y"}}'],
    ]),
    calls: [],
    interrupt: [],
    ...part,
  };
}

/** The opportunities that the server shows now; one without company is everybody's. */
function shownBy({ preferences, records }: FakeTryton): FakeRecord[] {
  return records.filter(({ company }) => company === undefined || company === preferences['company']);
}

export function sessionOf(server: FakeTryton, cursor?: string, waits: number[] = []): SyncSession {
  const { stored } = server;
  const storage = { get: (name: string) => stored.get(name) ?? null, names: () => [...stored.keys()] };
  const page = {
    url: new URL('https://crm.example.com/#sales/model/sale.opportunity'),
    storage: { local: storage, session: storage },
  } as Partial<Page> as Page;
  return {
    page,
    fetchJson: answering(server),
    wait: async (ms) => void waits.push(ms),
    now: () => '2026-03-10T00:00:00.000Z',
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function answering(server: FakeTryton): FetchJson {
  return async ({ body, headers = {} }) => {
    const { method, params } = body as { method: string; params: unknown[] };
    server.calls.push({ method, params, headers });
    const other = server.interrupt.shift();
    const normal = { status: 200, body: { id: 1, result: resultOf(server, method, params) }, tookMs: 7 };
    return { ...normal, ...other };
  };
}

/** What the server answers to a call. */
export function resultOf(server: FakeTryton, method: string, params: unknown[]): unknown {
  switch (method.split('.').at(-1)) {
    case 'search_count':
      return shownBy(server).length;
    case 'search_read': {
      const [[[, , after]], , limit] = params as [[[string, string, number]], number, number];
      return shownBy(server)
        .filter(({ id }) => id > after)
        .slice(0, limit);
    }
    case 'history_revisions': {
      const [ids] = params as [number[]];
      return server.revisions
        .filter(({ id }) => ids.includes(id))
        .map(({ id, at }) => [datetime(at), id, 'Ida'])
        .reverse();
    }
    case 'read': {
      const [ids, , context] = params as [number[], string[], { _datetime?: Record<string, number> }];
      if (method.includes('employee')) return ids.map((id) => ({ id, rec_name: `Employee ${id}` }));
      return server.revisions
        .filter(({ id, at }) => ids.includes(id) && at[6] === context._datetime?.['microsecond'])
        .map(({ id, at, values }) => ({ id, write_date: datetime(at), ...values }));
    }
    case 'get_preferences':
      // As Tryton does: what the call claims of itself is repeated.
      return { ...server.preferences, ...(params.at(-1) as object) };
    default:
      return undefined;
  }
}
