import { contentHash } from '../../deal/content-hash';
import type { StatedPerson, SyncPage, SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { currencyOf, textOf } from '../sync/guards';
import { readPipeline } from '../sync/read-pipeline';
import { salesforceApi, salesforceCalls, type Row, type SalesforceApi } from './api';
import { opportunityId } from './deal-id';
import { byDeal, historyOfStates, ownersQuery, pastsPerCall, statesQuery } from './history';
import { readLeadPage } from './leads';
import { opportunityFieldsOf, readOpportunity, type OpportunityContext } from './opportunity';
import { readStages } from './stages';
import { dealUrl } from './urls';

const dealsPerCall = 500;

/**
 * Salesforce by its documented interface (facts.md 1.3). It lies on another host than the application, to which the page's
 * session is no good: the worker asks it, with the session that the browser has there.
 */
export const salesforceSync: SyncWay = {
  crm: 'salesforce',
  isOnOtherHost: true,
  allow: salesforceCalls,
  async *run(session) {
    const api = salesforceApi(session);
    // Asked first: an ended session, and a refusal, are told of here.
    const known = await api.fields();
    const stages = await readStages(api, known.get('StageName'));
    const fields = opportunityFieldsOf(known);
    const { url } = session.page;
    const context: OpportunityContext = {
      fields,
      stages,
      currency: await readCurrency(api),
      urlOf: (id) => dealUrl(url, id),
    };
    const me = () => ifGranted(api.me());
    yield* readPipeline<Row>(session, {
      async seenAs() {
        const id = await me();
        return id === undefined ? undefined : contentHash([id]);
      },
      totals: async () => ({
        all: await api.count('Opportunity'),
        open: await api.count('Opportunity', 'IsClosed = false'),
      }),
      words: async () => ({ stages: stages.stated, people: await readPeople(api, await me()) }),
      async list(phase, place) {
        const limit = phase === 'deals' ? dealsPerCall : pastsPerCall;
        const after = opportunityId(place ?? '');
        // Ids only grow, so nothing is skipped.
        const where = after === undefined ? '' : ` WHERE Id > '${after}'`;
        const rows = await api.select(
          `SELECT ${fields.selected.join(',')} FROM Opportunity${where} ORDER BY Id LIMIT ${limit}`,
        );
        const last = textOf(rows.at(-1)?.['Id']);
        return { rows, ...(rows.length < limit || last === undefined ? {} : { next: last }) };
      },
      read: (row) => readOpportunity(row, context),
      leads: (place) => readLeadPage(api, place),
      async histories(rows, until) {
        const ids = rows.flatMap((row) => opportunityId(textOf(row['Id']) ?? '') ?? []);
        if (ids.length === 0) return [];
        const states = await ifGranted(api.select(statesQuery(ids)));
        if (states === undefined) return undefined;
        const owners = await ifGranted(api.select(ownersQuery(ids)));
        const [statesOf, ownersOf] = [byDeal(states), owners && byDeal(owners)];
        const histories: NonNullable<SyncPage['histories']>[number][] = [];
        for (const row of rows) {
          const id = opportunityId(textOf(row['Id']) ?? '');
          if (id === undefined) continue;
          const past = { states: statesOf.get(id) ?? [], owners: ownersOf && (ownersOf.get(id) ?? []) };
          const history = historyOfStates(row, past, { ...context, until });
          if (history !== undefined) histories.push({ id, history });
        }
        return histories;
      },
    });
  },
};

/** facts.md 1.5: where there is one currency, deals have none of their own. */
async function readCurrency(api: SalesforceApi): Promise<string | undefined> {
  const rows = await ifGranted(api.select('SELECT DefaultCurrencyIsoCode FROM Organization LIMIT 1'));
  return currencyOf(rows?.[0]?.['DefaultCurrencyIsoCode']) ?? undefined;
}

async function readPeople(api: SalesforceApi, me: string | undefined): Promise<StatedPerson[]> {
  const rows =
    (await ifGranted(api.select('SELECT Id,Name FROM User WHERE IsActive = true LIMIT 2000'))) ?? [];
  return rows.flatMap((row) => {
    const [id, name] = [textOf(row['Id']), textOf(row['Name'])];
    if (id === undefined || name === undefined) return [];
    return [{ id, name, ...(id === me ? { me: true as const } : {}) }];
  });
}
