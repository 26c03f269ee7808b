import type { Outcome } from '../../deal/deal';
import { SyncStopped, type StatedStage, type SyncPage, type SyncWay } from '../adapter';
import { ifGranted } from '../sync/caller';
import { idOf, textOf } from '../sync/guards';
import { readPipeline } from '../sync/read-pipeline';
import { readFieldNumbers, readHistories, type OdooNames } from './history';
import { readLeadPage } from './leads';
import { leadFields, readLead } from './record';
import { odooCalls, odooRpc, type Domain, type OdooRpc, type Row } from './rpc';
import { odooSeenAs } from './seen-as';
import { odooSessionInfo } from './session-info';
import { leadUrl } from './urls';

const rowsPerCall = { deals: 500, history: 200 } as const;

/** facts.md 6, Odoo: an archived deal is a lost one if it has no chance; archived otherwise it is in no pipeline. */
const listed: Domain = [
  ['type', '=', 'opportunity'],
  '|',
  '|',
  ['active', '=', true],
  ['probability', '=', 0],
  ['stage_id.is_won', '=', true],
];
const open: Domain = [
  ['type', '=', 'opportunity'],
  ['active', '=', true],
  '|',
  ['stage_id', '=', false],
  ['stage_id.is_won', '=', false],
];

/** Odoo's CRM by the calls of its own web client (facts.md 6, Odoo). */
export const odooSync: SyncWay = {
  crm: 'odoo',
  allow: odooCalls,
  async *run(session) {
    const { document, url } = session.page;
    const rpc = odooRpc(session);
    const { uid } = await whoIs(rpc, document);
    const fields = await rpc.fields();
    const asked = leadFields.filter((field) => fields.has(field));
    // Without these a row says nothing of a deal.
    if (!['name', 'stage_id', 'active', 'probability'].every((field) => fields.has(field)))
      throw new SyncStopped('layout-unknown', 'crm.lead');
    const { names, stages, outcomes, people } = await readWords(rpc, uid);
    const numbers = await readFieldNumbers(rpc);
    yield* readPipeline<Row>(session, {
      seenAs: async () => odooSeenAs(await whoIs(rpc, document)),
      totals: async () => ({
        all: await rpc.count('crm.lead', listed),
        open: await rpc.count('crm.lead', open),
      }),
      words: async () => ({ stages, people }),
      async list(phase, place = '0') {
        const limit = rowsPerCall[phase];
        const domain = [['id', '>', Number(place)], ...listed];
        // Ids only grow, so nothing is skipped.
        const rows = await rpc.search('crm.lead', domain, { fields: asked, limit, order: 'id asc' });
        const last = idOf(rows.at(-1)?.['id']);
        return { rows, ...(rows.length < limit ? {} : { next: last ?? place }) };
      },
      read: (row) => readLead(row, { outcomes, urlOf: (id) => leadUrl(url, id) }),
      leads: (place) => readLeadPage(rpc, fields, place),
      histories: async (rows, until) => numbers && readHistories(rpc, rows, { until, names, numbers }),
    });
  },
};

/** The user of the server's session, in the database that the page shows. */
async function whoIs(rpc: OdooRpc, document: Document): Promise<Row> {
  const info = await rpc.session();
  const shown = odooSessionInfo(document)?.['db'];
  if (shown !== undefined && shown !== info['db']) throw new SyncStopped('access-changed');
  return info;
}

interface Words extends Required<Pick<SyncPage, 'stages' | 'people'>> {
  readonly names: OdooNames;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

async function readWords(rpc: OdooRpc, uid: unknown): Promise<Words> {
  const stageRows = await rpc.search('crm.stage', [], {
    fields: ['name', 'sequence', 'is_won'],
    order: 'sequence asc,id asc',
  });
  const stages: StatedStage[] = [];
  const outcomes = new Map<string, Outcome>();
  const stageNames = new Map<string, string>();
  for (const [order, row] of stageRows.entries()) {
    const id = idOf(row['id']);
    const name = textOf(row['name']);
    if (id === undefined || name === undefined) throw new SyncStopped('layout-unknown', 'crm.stage');
    const outcome = row['is_won'] === true ? 'won' : row['is_won'] === false ? 'open' : undefined;
    if (outcome === undefined) throw new SyncStopped('layout-unknown', 'crm.stage');
    outcomes.set(id, outcome);
    stageNames.set(id, name);
    stages.push({ pipeline: 'crm.lead', stage: name, name, order, outcome });
  }
  const users = await ifGranted(
    rpc.search('res.users', [['share', '=', false]], { fields: ['name'], limit: 10_000 }),
  );
  const people = (users ?? []).flatMap((row) => {
    const id = idOf(row['id']);
    const name = textOf(row['name']);
    return id === undefined || name === undefined
      ? []
      : [{ id, name, ...(row['id'] === uid ? { me: true } : {}) }];
  });
  return {
    stages,
    outcomes,
    people,
    names: { stages: stageNames, people: new Map(people.map(({ id, name }) => [id, name])) },
  };
}
