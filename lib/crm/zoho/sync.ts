import { contentHash } from '../../deal/content-hash';
import { SyncStopped, type StatedPerson, type SyncPage, type SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { idOf, isRecord, textOf } from '../sync/guards';
import { readPipeline } from '../sync/read-pipeline';
import { zohoApi, zohoCalls, type Row, type ZohoApi } from './api';
import { historyFields, historyOfStages } from './history';
import { readLeadPage } from './leads';
import { dealFields, readDeal, type RecordContext } from './record';
import { chancesOf, readStages } from './stages';
import { dealUrl } from './urls';

/** A history is a call of its own for each deal: a list's page is told of in so many steps. */
const historiesPerStep = 25;

/** Zoho CRM by its documented interface, in the page's session (facts.md 5.3). */
export const zohoSync: SyncWay = {
  crm: 'zoho',
  allow: zohoCalls,
  async *run(session) {
    const api = zohoApi(session);
    const me = async () => {
      const [user] = await api.rows('users', 'users', { type: 'CurrentUser' });
      const id = idOf(user?.['id']);
      if (user === undefined || id === undefined) throw new SyncStopped('layout-unknown', 'users');
      const [role, profile] = [user['role'], user['profile']].map((one) =>
        isRecord(one) ? idOf(one['id']) : null,
      );
      return { id, seenAs: contentHash([id, role ?? null, profile ?? null]) };
    };
    const { id: myId } = await me();
    const fields = await api.rows('settings/fields', 'fields', { module: 'Deals' });
    const names = new Set(fields.map((field) => field['api_name']));
    const asked = dealFields.filter((field) => names.has(field));
    // Without these a row says nothing of a deal.
    if (!asked.includes('Deal_Name') || !asked.includes('Stage'))
      throw new SyncStopped('layout-unknown', 'Deals');
    const stages = await readStages(api, chancesOf(fields));
    const { url } = session.page;
    const context: RecordContext = { stages, urlOf: (id) => dealUrl(url, id) };
    yield* readPipeline<Row>(session, {
      seenAs: async () => (await me()).seenAs,
      totals: async () => ({}),
      words: async () => ({ stages: stages.stated, people: await readPeople(api, myId) }),
      async list(phase, place) {
        const query = { fields: asked.join(','), sort_by: 'id', sort_order: 'asc' };
        if (phase === 'deals') return api.page('Deals', query, place);
        // A part of a page: `<rows read of it>@<the page>`.
        const [, read = '0', page] = /^(\d+)@(.*)$/.exec(place ?? '') ?? [];
        const { rows, next } = await api.page('Deals', query, page === '' ? undefined : page);
        const end = Number(read) + historiesPerStep;
        const goOn =
          end < rows.length ? `${end}@${page ?? ''}` : next === undefined ? undefined : `0@${next}`;
        return { rows: rows.slice(Number(read), end), ...(goOn === undefined ? {} : { next: goOn }) };
      },
      read: (row) => readDeal(row, context),
      leads: (place) => readLeadPage(api, place),
      async histories(rows, until) {
        const histories: NonNullable<SyncPage['histories']>[number][] = [];
        for (const row of rows) {
          const [id, now] = [idOf(row['id']), textOf(row['Stage'])];
          if (id === undefined || now === undefined) continue;
          const query = { fields: historyFields, per_page: '200' };
          const kept = await ifGranted(api.page(`Deals/${id}/Stage_History`, query));
          // A life so long that it does not fit is not whole.
          const history =
            kept === undefined || kept.next !== undefined
              ? undefined
              : historyOfStages(kept.rows, { now, stages, until });
          if (history !== undefined) histories.push({ id, history });
        }
        return histories;
      },
    });
  },
};

async function readPeople(api: ZohoApi, myId: string): Promise<StatedPerson[]> {
  const people: StatedPerson[] = [];
  for (let page = 1; page <= 10; page += 1) {
    const query = { type: 'AllUsers', per_page: '200', page: String(page) };
    const rows = (await ifGranted(api.rows('users', 'users', query))) ?? [];
    for (const row of rows) {
      const [id, name] = [idOf(row['id']), textOf(row['full_name'])];
      if (id !== undefined && name !== undefined)
        people.push({ id, name, ...(id === myId ? { me: true } : {}) });
    }
    if (rows.length < 200) break;
  }
  return people;
}
