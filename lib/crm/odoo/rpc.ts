import { SyncStopped, type AllowedCall, type SyncSession } from '../adapter';
import { cloudPace, createCaller, Declined, hostedPace } from '../sync/caller';
import { isRecord, recordsOf } from '../sync/guards';

/** Models that a sync asks, and the methods of each that it calls: every one of them only reads. */
const reading = {
  // facts.md 6, Odoo: opportunities and stages; the fields are asked for, since groups hide some of them.
  'crm.lead': ['fields_get', 'search_read', 'search_count'],
  'crm.stage': ['search_read'],
  'res.users': ['search_read'],
  // The history: messages of a record, and what each tells of a field. An administrator's alone to read.
  'mail.message': ['search_read'],
  'mail.tracking.value': ['search_read'],
  'ir.model.fields': ['search_read'],
} as const;

type Model = keyof typeof reading;

const dataset = '/web/dataset/call_kw/';
const sessionInfo = '/web/session/get_session_info';

/**
 * facts.md 6, Odoo: JSON-RPC on the page's own origin, by its cookies alone. The server goes by the body and not by the
 * path, so the body is held to the list.
 */
export const odooCalls: readonly AllowedCall[] = [
  { path: /^\/web\/session\/get_session_info$/, verb: 'POST', rpcMethods: ['call'] },
  {
    path: /^\/web\/dataset\/call_kw\/[a-z.]+\/[a-z_]+$/,
    verb: 'POST',
    rpcMethods: ['call'],
    reads(body, pathname) {
      const params = isRecord(body) ? body['params'] : undefined;
      if (!isRecord(params)) return false;
      const { model, method } = params;
      const methods: readonly string[] =
        typeof model === 'string' && Object.hasOwn(reading, model) ? reading[model as Model] : [];
      return methods.includes(String(method)) && pathname === `${dataset}${String(model)}/${String(method)}`;
    },
  },
];

export type Row = Readonly<Record<string, unknown>>;
/** A condition in Odoo's own prefix notation. */
export type Domain = readonly unknown[];

export interface OdooRpc {
  /** What the server says of the session: the user, his companies, his language. */
  readonly session: () => Promise<Row>;
  readonly count: (model: 'crm.lead', domain: Domain) => Promise<number>;
  readonly search: (
    model: Model,
    domain: Domain,
    options: { readonly fields: readonly string[]; readonly limit?: number; readonly order?: string },
  ) => Promise<readonly Row[]>;
  /** Names of the fields that the user may read. */
  readonly fields: () => Promise<ReadonlySet<string>>;
}

export function odooRpc(session: SyncSession): OdooRpc {
  const isCloud = session.page.url.hostname.endsWith('.odoo.com');
  const caller = createCaller(session, isCloud ? cloudPace : hostedPace);
  let id = 0;
  /** The user's language: names of stages are in it. Lost deals are archived, and asked for all the same. */
  let context: Row = { active_test: false };

  async function post(path: string, params: Row): Promise<unknown> {
    const body = { jsonrpc: '2.0', method: 'call', id: (id += 1), params };
    return resultOf(await caller.json(() => ({ path, verb: 'POST', body })));
  }

  const call = async (model: Model, method: string, kwargs: Row) =>
    post(`${dataset}${model}/${method}`, { model, method, args: [], kwargs: { ...kwargs, context } });

  return {
    async session() {
      const info = await post(sessionInfo, {});
      if (!isRecord(info)) throw new SyncStopped('layout-unknown', 'session');
      // A session without a user is one that has ended.
      if (typeof info['uid'] !== 'number') throw new SyncStopped('signed-out');
      const lang = isRecord(info['user_context']) ? info['user_context']['lang'] : undefined;
      context = typeof lang === 'string' ? { active_test: false, lang } : context;
      return info;
    },
    async count(model, domain) {
      const count = await call(model, 'search_count', { domain });
      if (typeof count !== 'number') throw new SyncStopped('layout-unknown', 'search_count');
      return count;
    },
    async search(model, domain, options) {
      const rows = recordsOf(await call(model, 'search_read', { domain, ...options }));
      if (rows === undefined) throw new SyncStopped('layout-unknown', `search_read of ${model}`);
      return rows;
    },
    async fields() {
      const fields = await call('crm.lead', 'fields_get', { attributes: ['type'] });
      if (!isRecord(fields)) throw new SyncStopped('layout-unknown', 'fields_get');
      return new Set(Object.keys(fields));
    },
  };
}

function resultOf(body: unknown): unknown {
  if (!isRecord(body)) throw new SyncStopped('layout-unknown', 'no record');
  const { error } = body;
  if (error !== undefined) {
    const data = isRecord(error) ? error['data'] : undefined;
    const name = isRecord(data) ? String(data['name']) : '';
    // An ended session is told of with status 200.
    if (name.endsWith('SessionExpiredException')) throw new SyncStopped('signed-out');
    if (/\.Access(?:Error|Denied)$/.test(name)) throw new SyncStopped('forbidden');
    throw new Declined('refused by the server');
  }
  if (!('result' in body)) throw new SyncStopped('layout-unknown', 'no result');
  return body['result'];
}
