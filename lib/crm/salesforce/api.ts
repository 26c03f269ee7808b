import { SyncStopped, type AllowedCall, type SyncSession } from '../adapter';
import { bodyOf, cloudPace, createCaller } from '../sync/caller';
import { isRecord, recordsOf, textOf } from '../sync/guards';
import { withQuery } from '../sync/query';

/** facts.md 1.3: the documented interface. `query` runs SOQL, which can do nothing but select. */
const root = '/services/data/v66.0';

/** Objects whose rows are asked for. */
const objects =
  'Opportunity|OpportunityStage|OpportunityHistory|OpportunityFieldHistory|Lead|User|Organization';
const select = new RegExp(`^SELECT [\\w.,() ]+ FROM (?:${objects})(?: (?:WHERE|ORDER BY|LIMIT) [^]*)?$`);

/** Where the rest of the rows of an answer is to be had. */
const more = /^\/services\/data\/v66\.0\/query\/[\w-]+$/;

export const salesforceCalls: readonly AllowedCall[] = [
  { path: /^\/services\/data\/v66\.0\/(?:sobjects\/Opportunity\/describe)?$/, verb: 'GET' },
  { path: /^\/services\/data\/v66\.0\/query\/?\?q=[^&]+$/, verb: 'GET' },
  { path: more, verb: 'GET' },
];

/** A selection of more answers than this is none that is made here. */
const mostAnswers = 50;

export type Row = Readonly<Record<string, unknown>>;

export interface SalesforceApi {
  /** All rows of a selection, over as many answers as it takes. */
  readonly select: (soql: string) => Promise<readonly Row[]>;
  /** How many rows a selection has. */
  readonly count: (object: 'Opportunity', where?: string) => Promise<number>;
  /** Names of the fields that deals have, with what is known of each. */
  readonly fields: () => Promise<ReadonlyMap<string, Row>>;
  /** Id of the user as whom the server answers; `undefined` where it does not tell. */
  readonly me: () => Promise<string | undefined>;
}

export function salesforceApi(session: SyncSession): SalesforceApi {
  const caller = createCaller(session, cloudPace);
  const get = async (path: string): Promise<Row> => {
    // facts.md 1.3: so an administrator sees who asks.
    const headers = { 'Sforce-Call-Options': 'client=Stafet' };
    const reply = await caller.ask(() => ({ path, verb: 'GET', headers }));
    // The organisation's allowance of the day is used up: that is no refusal of this user.
    if (reply.status === 403 && JSON.stringify(reply.body ?? '').includes('REQUEST_LIMIT_EXCEEDED'))
      throw new SyncStopped('busy');
    const body = bodyOf(reply);
    if (!isRecord(body)) throw new SyncStopped('layout-unknown', path.split('?')[0]);
    return body;
  };
  const query = (soql: string) => {
    if (!select.test(soql)) throw new Error('not a selection that is made here');
    return get(withQuery(`${root}/query/`, { q: soql }));
  };
  return {
    async select(soql) {
      const found: Row[] = [];
      let body = await query(soql);
      for (let nth = 1; ; nth += 1) {
        const rows = recordsOf(body['records']);
        if (rows === undefined || typeof body['done'] !== 'boolean')
          throw new SyncStopped('layout-unknown', 'query');
        found.push(...rows);
        if (body['done']) return found;
        const next = textOf(body['nextRecordsUrl']);
        if (next === undefined || !more.test(next) || nth >= mostAnswers)
          throw new SyncStopped('layout-unknown', 'the rest of the rows');
        body = await get(next);
      }
    },
    async count(object, where) {
      const soql = `SELECT COUNT() FROM ${object}${where === undefined ? '' : ` WHERE ${where}`}`;
      const { totalSize } = await query(soql);
      if (typeof totalSize !== 'number') throw new SyncStopped('layout-unknown', 'count');
      return totalSize;
    },
    async fields() {
      const all = recordsOf((await get(`${root}/sobjects/Opportunity/describe`))['fields']);
      if (all === undefined) throw new SyncStopped('layout-unknown', 'describe');
      return new Map(all.map((field) => [String(field['name']), field]));
    },
    async me() {
      // The list of resources has an address of the user: `…/id/<organisation>/<user>`.
      const { identity, sobjects } = await get(`${root}/`);
      if (textOf(sobjects) === undefined) throw new SyncStopped('layout-unknown', 'resources');
      return /\/id\/00D\w+\/(005\w+)$/.exec(textOf(identity) ?? '')?.[1];
    },
  };
}
