import { contentHash } from '../../deal/content-hash';
import { SyncStopped, type StatedPerson, type SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { textOf } from '../sync/guards';
import { readPipeline } from '../sync/read-pipeline';
import { dynamicsApi, readingPaths, type DynamicsApi } from './api';
import { historyOfFlow, readFlows } from './flows';
import { readLeadPage } from './leads';
import { opportunityFields, readOpportunity, selected, type RecordContext } from './record';
import { guidIn, opportunityUrl } from './urls';

/** Dynamics 365 Sales by its documented Web API (facts.md 4.3). */
export const dynamicsSync: SyncWay = {
  crm: 'dynamics',
  allow: [{ path: readingPaths, verb: 'GET' }],
  async *run(session) {
    const api = dynamicsApi(session);
    const who = async () => {
      const { UserId: user, BusinessUnitId: unit } = await api.one('WhoAmI');
      const id = guidIn(user);
      if (id === undefined) throw new SyncStopped('layout-unknown', 'WhoAmI');
      return { id, seenAs: contentHash([id, unit ?? null]) };
    };
    const { id: me } = await who();
    const people = await readPeople(api, me);
    const flowsAt = session.now();
    const context: RecordContext = {
      flows: await readFlows(api),
      currencies: await readCurrencies(api),
      people: new Map(people.map(({ id, name }) => [id, name])),
      urlOf: (id) => opportunityUrl(session.page.url, id),
    };
    const query = await listingOf(api);
    yield* readPipeline(session, {
      seenAs: async () => (await who()).seenAs,
      totals: async () => {
        const [all, open] = [await countOf(api), await countOf(api, 'statecode eq 0')];
        return { ...(all === undefined ? {} : { all }), ...(open === undefined ? {} : { open }) };
      },
      words: async () => ({ stages: context.flows.stages, people }),
      list: async (_, place) => (place === undefined ? api.page('opportunities', query) : api.pageAt(place)),
      read: (row) => readOpportunity(row, context),
      leads: (place) => readLeadPage(api, place),
      histories: async (rows) =>
        rows.flatMap((row) => {
          const id = guidIn(row['opportunityid']);
          const flow = context.flows.of(id ?? '');
          const history = flow && historyOfFlow(flow, flowsAt);
          return id === undefined || history === undefined ? [] : [{ id, history }];
        }),
    });
  },
};

/** Asks for those fields alone that the organisation has: one that it lacks fails the whole call. */
async function listingOf(api: DynamicsApi): Promise<Record<string, string>> {
  const attributes = await api.all("EntityDefinitions(LogicalName='opportunity')/Attributes", {
    $select: 'LogicalName',
  });
  const names = new Set(attributes.map((row) => row['LogicalName']));
  const fields = opportunityFields.filter((field) => names.has(field));
  // Without these a row says nothing of a deal.
  if (!fields.includes('name') || !fields.includes('statecode'))
    throw new SyncStopped('layout-unknown', 'opportunity');
  return {
    $select: ['opportunityid', ...fields.map(selected)].join(','),
    ...(names.has('originatingleadid')
      ? { $expand: 'originatingleadid($select=leadsourcecode,createdon,_ownerid_value)' }
      : {}),
    // What is added while we read comes last.
    $orderby: 'createdon asc,opportunityid asc',
  };
}

async function countOf(api: DynamicsApi, filter?: string): Promise<number | undefined> {
  const query = { $select: 'opportunityid', $count: 'true', $top: '1' };
  const { count } = await api.page(
    'opportunities',
    filter === undefined ? query : { ...query, $filter: filter },
  );
  return count;
}

async function readPeople(api: DynamicsApi, me: string): Promise<StatedPerson[]> {
  const query = { $select: 'systemuserid,fullname', $filter: 'isdisabled eq false' };
  const rows = (await ifGranted(api.all('systemusers', query))) ?? [];
  const people = rows.flatMap((row) => {
    const id = guidIn(row['systemuserid']);
    const name = textOf(row['fullname']);
    // Users that are programs have a name that begins so.
    if (id === undefined || name === undefined || name.startsWith('#')) return [];
    return [{ id, name, ...(id === me ? { me: true } : {}) }];
  });
  return people.slice(0, 10_000);
}

async function readCurrencies(api: DynamicsApi): Promise<ReadonlyMap<string, string>> {
  const rows = await api.all('transactioncurrencies', { $select: 'transactioncurrencyid,isocurrencycode' });
  return new Map(
    rows.flatMap((row) => {
      const id = guidIn(row['transactioncurrencyid']);
      const code = textOf(row['isocurrencycode']);
      return id !== undefined && code !== undefined && /^[A-Z]{3}$/.test(code) ? [[id, code] as const] : [];
    }),
  );
}
