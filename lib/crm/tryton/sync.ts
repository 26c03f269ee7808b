import { SyncStopped, type StatedStage, type SyncWay } from '../adapter';
import { recordsOf } from '../sync/guards';
import { readPipeline } from '../sync/read-pipeline';
import { trytonAddress } from './address';
import { idOf } from './guards';
import { readHistories } from './history';
import { readRecord, recordFields } from './record';
import { createRpc, readingMethods } from './rpc';
import { openStates, trytonStates, type TrytonState } from './states';
import { dealUrl } from './tenant';

const rowsPerCall = { deals: 500, history: 200 } as const;

export const trytonSync: SyncWay = {
  crm: 'tryton',
  allow: [{ path: /^\/[^/]+\/$/, verb: 'POST', rpcMethods: readingMethods }],
  async *run(session) {
    const { page } = session;
    const database = trytonAddress(page.url)?.database;
    if (database === undefined) throw new SyncStopped('layout-unknown');
    const rpc = createRpc(session, database);
    const countOf = async (domain: readonly unknown[]) =>
      count(await rpc.call('model.sale.opportunity.search_count', [domain]));
    yield* readPipeline<Record<string, unknown>>(session, {
      seenAs: rpc.seenAs,
      totals: async () => ({ all: await countOf([]), open: await countOf([['state', 'in', openStates]]) }),
      words: async () => ({ stages: statedStages() }),
      async list(phase, place = '0') {
        const most = rowsPerCall[phase];
        const found = await rpc.call('model.sale.opportunity.search_read', [
          [['id', '>', Number(place)]],
          0,
          most,
          // Ids only grow, so nothing is skipped.
          [['id', 'ASC']],
          recordFields,
        ]);
        const rows = recordsOf(found);
        if (rows === undefined) throw new SyncStopped('layout-unknown', 'search_read');
        const next = rows.length < most ? undefined : (idOf(rows.at(-1)?.['id']) ?? place);
        return { rows, ...(next === undefined ? {} : { next }) };
      },
      read(row) {
        const record = readRecord(row);
        return record && { ...record, url: dealUrl(page, record.id) };
      },
      // A lead is the record that is the opportunity later, in its first state: a deal here, and no lead beside it.
      histories: (rows, until) => readHistories(rpc, rows, until),
    });
  },
};

function count(value: unknown): number {
  if (typeof value !== 'number') throw new SyncStopped('layout-unknown', 'search_count');
  return value;
}

function statedStages(): StatedStage[] {
  return (Object.keys(trytonStates) as TrytonState[]).map((stage) => {
    const { order, outcome, labels } = trytonStates[stage];
    return { pipeline: 'sale.opportunity', stage, name: labels[0], order, outcome };
  });
}
