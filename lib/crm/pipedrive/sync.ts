import { contentHash } from '../../deal/content-hash';
import { SyncStopped, type SyncPage, type SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { idOf, textOf } from '../sync/guards';
import { readPipeline } from '../sync/read-pipeline';
import { pipedriveApi, pipedriveCalls, type PipedriveApi, type Row } from './api';
import { historyOfChanges } from './history';
import { isDeleted } from './is-deleted';
import { readLeadPage } from './leads';
import { readDeal } from './record';
import { readWords } from './words';

/** A history is a call of its own for each deal, so fewer of them make a step. */
const rowsPerCall = { deals: '500', history: '25' } as const;

/** Deals stand in two lists: those of the pipeline, and those put aside. */
const lists = { deals: '/api/v2/deals', archived: '/api/v2/deals/archived' } as const;

/** Pipedrive by its own interface, in the page's session (facts.md 3.3). */
export const pipedriveSync: SyncWay = {
  crm: 'pipedrive',
  allow: pipedriveCalls,
  async *run(session) {
    const api = pipedriveApi(session);
    const seenAs = async () => {
      const me = await api.one('/api/v1/users/me');
      const id = idOf(me['id']);
      if (id === undefined) throw new SyncStopped('layout-unknown', 'users/me');
      return contentHash([id, idOf(me['company_id']) ?? null, idOf(me['role_id']) ?? null]);
    };
    // Asked first: an ended session is told of here, and nothing else is asked then.
    await seenAs();
    const words = await readWords(api);
    const organisations = new Map<string, string>();
    const { origin } = session.page.url;
    yield* readPipeline<Row>(session, {
      seenAs,
      // facts.md 3.3: version 2 does not count.
      totals: async () => ({}),
      words: async () => words.stated,
      async list(phase, place) {
        const { rows, next } = await listRows(api, rowsPerCall[phase], place);
        if (phase === 'deals') await nameOrganisations(api, rows, organisations);
        return { rows, ...(next === undefined ? {} : { next }) };
      },
      read: (row) => readDeal(row, { words, organisations, origin }),
      leads: (place) => readLeadPage(api, words, place),
      async histories(rows, until) {
        const histories: NonNullable<SyncPage['histories']>[number][] = [];
        for (const row of rows) {
          const id = idOf(row['id']);
          if (id === undefined) continue;
          const changes = await ifGranted(api.all(`/api/v1/deals/${id}/changelog`));
          const history = changes && historyOfChanges(row, changes, { words, until });
          if (history !== undefined) histories.push({ id, history });
        }
        return histories;
      },
    });
  },
};

/** A place is a list and, after a colon, where to go on in it. */
async function listRows(api: PipedriveApi, limit: string, place = 'deals:') {
  const [list = '', ...rest] = place.split(':');
  const cursor = rest.join(':');
  const path = list === 'archived' ? lists.archived : lists.deals;
  const page = await api.page(path, { limit, cursor: cursor === '' ? undefined : cursor });
  const rows = page.rows.filter(
    (row) =>
      // A deal that was put aside while it was open is in no pipeline any more.
      !isDeleted(row) && (list !== 'archived' || row['status'] !== 'open'),
  );
  const next =
    page.next !== undefined ? `${list}:${page.next}` : list === 'archived' ? undefined : 'archived:';
  return { rows, next };
}

const namesPerCall = 100;

/** Deals name their companies by number alone. A user who may not see them reads deals all the same. */
async function nameOrganisations(api: PipedriveApi, rows: readonly Row[], known: Map<string, string>) {
  const missing = [...new Set(rows.flatMap((row) => idOf(row['org_id']) ?? []))].filter(
    (id) => !known.has(id),
  );
  for (let from = 0; from < missing.length; from += namesPerCall) {
    const ids = missing.slice(from, from + namesPerCall).join(',');
    const found = await ifGranted(api.page('/api/v2/organizations', { ids, limit: String(namesPerCall) }));
    if (found === undefined) return;
    for (const row of found.rows) {
      const [id, name] = [idOf(row['id']), textOf(row['name'])];
      if (id !== undefined && name !== undefined) known.set(id, name);
    }
  }
}
