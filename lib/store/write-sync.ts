import { applyHistory } from '../deal/apply-history';
import { dealKey } from '../deal/deal-key';
import type { SyncAck, SyncBatch } from '../messages/protocol';
import type { Database } from './database';
import { markRemoved } from './mark-removed';
import type { Sync } from './rows';
import { Tally } from './tally';
import { adoptUnidentified } from './unidentified';

const view = 'sync';

/**
 * Stores one step of a sync and, in the same strict transaction, where the sync goes on: after any interruption
 * the stored deals and the cursor agree.
 */
export async function writeSync(database: Database, batch: SyncBatch): Promise<SyncAck> {
  const { deals, changes, unidentified, stages, people, syncs } = database;
  return database.transaction('rw', [deals, changes, unidentified, stages, people, syncs], async () => {
    const tally = new Tally();
    const sync = await syncs.get(batch.tenant.tenant);
    if (sync === undefined || sync.status !== 'running') return { ...emptyAck(batch), stop: true };

    const reads = batch.page.deals.flatMap((read) =>
      read.id === undefined ? [] : [{ ...read, id: read.id }],
    );
    const histories = batch.page.histories ?? [];
    const keyOf = (id: string) => dealKey(batch.crm, batch.tenant.tenant, id);
    await tally.load(
      database,
      [...reads, ...histories].map(({ id }) => keyOf(id)),
    );
    const source = { crm: batch.crm, ...batch.tenant, view, from: 'api' } as const;
    for (const [index, read] of reads.entries()) {
      tally.merge(keyOf(read.id), read, { source, index });
    }
    await adoptUnidentified({ database, tally }, batch, reads);
    await tally.save(database);
    await writeHistories(database, batch, keyOf);
    await stages.bulkPut(
      (batch.page.stages ?? []).map((stage) => ({ tenant: batch.tenant.tenant, ...stage })),
    );
    await people.bulkPut(
      (batch.page.people ?? []).map(({ id, ...person }) => ({
        key: keyOf(id),
        tenant: batch.tenant.tenant,
        ...person,
      })),
    );
    const next = progress(sync, batch);
    await syncs.put(next);
    // A listing of nothing tells of a user without access, not of a CRM without deals.
    if (sync.dealsReadAt === undefined && next.dealsReadAt !== undefined && next.deals.done > 0) {
      await markRemoved(database, { ...batch, startedAt: sync.startedAt });
    }
    return {
      batchId: batch.batchId,
      stored: tally.stored,
      unchanged: tally.unchanged,
      refused: tally.refused,
      stop: false,
    };
  });
}

/** A synced history is complete: it replaces what was pieced together from reads, so nothing stands twice. */
async function writeHistories(
  database: Database,
  batch: SyncBatch,
  keyOf: (id: string) => string,
): Promise<void> {
  for (const { id, history } of batch.page.histories ?? []) {
    const key = keyOf(id);
    const deal = await database.deals.get(key);
    if (deal === undefined) continue;
    const stored = await database.changes.where('key').equals(key).toArray();
    const next = applyHistory(deal, stored, history);
    await database.changes.bulkDelete(next.removed.flatMap((change) => change.id ?? []));
    await database.changes.bulkAdd(next.added);
    if (next.deal !== deal) await database.deals.put(next.deal);
  }
}

function progress(sync: Sync, { page, at }: SyncBatch): Sync {
  const step = { done: page.done, ...(page.total === undefined ? {} : { total: page.total }) };
  const dealsDone = page.phase === 'history' || page.total === page.done;
  return {
    ...sync,
    phase: page.phase,
    deals: page.phase === 'deals' ? step : sync.deals,
    history: page.phase === 'history' ? step : sync.history,
    cursor: page.cursor,
    progressAt: at,
    problems: [...sync.problems, ...(page.problems ?? [])].slice(-500),
    ...(page.openTotal === undefined ? {} : { openTotal: page.openTotal }),
    ...(dealsDone && sync.dealsReadAt === undefined ? { dealsReadAt: at } : {}),
  };
}

function emptyAck({ batchId }: SyncBatch) {
  return { batchId, stored: 0, unchanged: 0, refused: [] };
}
