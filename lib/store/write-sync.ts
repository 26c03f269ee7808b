import type { ReadProblem } from '../crm/adapter';
import { applyHistory } from '../deal/apply-history';
import type { Deal } from '../deal/deal';
import { dealKey } from '../deal/deal-key';
import { leadOfRead } from '../deal/lead-of-read';
import { rowName } from '../deal/row-name';
import type { SyncAck, SyncBatch } from '../messages/protocol';
import type { Database } from './database';
import { joinLeads } from './join-leads';
import { markLeadsRemoved } from './mark-leads-removed';
import { markRemoved } from './mark-removed';
import type { Sync } from './rows';
import { isRunning } from './syncs';
import { Tally } from './tally';
import { adoptUnidentified } from './unidentified';
import { putDeals } from './columns/put-rows';
import { withoutSlot } from './columns/without-slot';
import { writeDeals } from './columns/write-deals';

const view = 'sync';

/**
 * Stores one step of a sync and, in the same strict transaction, where the sync goes on: after any interruption
 * the stored deals and the cursor agree.
 * @param refused What the message's check left out.
 */
export async function writeSync(
  database: Database,
  batch: SyncBatch,
  refused: readonly ReadProblem[] = [],
): Promise<SyncAck> {
  const { changes, leads, stages, people, syncs } = database;
  return writeDeals(database, [changes, leads, stages, people, syncs], async () => {
    const tally = new Tally();
    const sync = await syncs.get(batch.tenant.tenant);
    if (!isRunning(sync, batch.runId)) return { ...emptyAck(batch), stop: true };
    if (sync.batchId === batch.batchId) return { ...emptyAck(batch), stop: false };
    if (isOtherListing(sync, batch)) {
      await syncs.put({ ...sync, status: 'stopped', stop: 'access-changed', progressAt: batch.at });
      return { ...emptyAck(batch), stop: true };
    }

    const reads = batch.page.deals.flatMap((read) =>
      read.id === undefined ? [] : [{ ...read, id: read.id }],
    );
    const histories = batch.page.histories ?? [];
    const keyOf = (id: string) => dealKey(batch.crm, batch.tenant.tenant, id);
    const withoutHistory = refused.filter(({ code }) => code === 'history-refused');
    const ids = [...[...reads, ...histories].map(({ id }) => id), ...withoutHistory.map(({ row }) => row)];
    await tally.load(database, ids.map(keyOf));
    const source = { crm: batch.crm, ...batch.tenant, view, from: 'api', seenAs: batch.page.seenAs } as const;
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
    const { seenAs } = batch.page;
    const sight = { crm: batch.crm, ...batch.tenant, seenAt: batch.at, ...(seenAs && { seenAs }) };
    await joinLeads(
      database,
      (batch.page.leads ?? []).map((lead) => leadOfRead(lead, sight)),
    );
    const refusals = [
      ...refused.map((problem) => named(problem, tally.get(keyOf(problem.row)))),
      ...tally.refused.map(({ problem }) => problem),
    ];
    const next = progress(sync, batch, refusals);
    if (isWholeListing(sync, batch) && next.hasGaps !== true) await markRemoved(database, next);
    const isAllLeads = batch.page.leadsReach && next.leadsReach === 'whole';
    if (isAllLeads) await markLeadsRemoved(database, next);
    await syncs.put(isAllLeads ? { ...next, leadsListed: [next.startedAt, next.seenAs] } : next);
    return {
      batchId: batch.batchId,
      stored: tally.stored,
      unchanged: tally.unchanged,
      refused: refusals.length,
      stop: false,
    };
  });
}

/** A history names its deal by the CRM's id alone; its user knows the deal by number or name. */
function named(problem: ReadProblem, deal: Deal | undefined): ReadProblem {
  if (problem.code !== 'history-refused' || deal === undefined) return problem;
  return { ...problem, row: rowName({ values: deal, id: problem.row }, 0) };
}

/** A synced history is complete: it replaces what was pieced together from reads, so nothing stands twice. */
async function writeHistories(
  database: Database,
  batch: SyncBatch,
  keyOf: (id: string) => string,
): Promise<void> {
  const histories = batch.page.histories ?? [];
  const rows = await database.deals.bulkGet([...new Set(histories.map(({ id }) => keyOf(id)))]);
  const before = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row] as const])));
  const after = new Map<string, Deal>();
  for (const { id, history } of histories) {
    const key = keyOf(id);
    const row = before.get(key);
    if (row === undefined) continue;
    const deal = after.get(key) ?? withoutSlot(row);
    const stored = await database.changes.where('key').equals(key).toArray();
    const next = applyHistory(deal, stored, history);
    await database.changes.bulkDelete(next.removed.flatMap((change) => change.id ?? []));
    await database.changes.bulkAdd(next.added);
    // Of a deal whose changes alone are others the columns say so as well: passes are found anew of it.
    if (next.deal !== deal || next.added.length + next.removed.length > 0) after.set(key, next.deal);
  }
  await putDeals(
    database,
    [...after].map(([key, deal]) => ({ before: before.get(key), after: deal })),
  );
}

/** One listing is of one user: as another, the same place in it would leave others out. */
function isOtherListing(sync: Sync, { page }: SyncBatch): boolean {
  return page.phase === 'deals' && sync.deals.done > 0 && page.seenAs !== sync.seenAs;
}

/** True for the step that ends the listing. One of nothing tells of a user without access, not of an empty CRM. */
function isWholeListing({ dealsReadAt }: Sync, { page }: SyncBatch): boolean {
  return dealsReadAt === undefined && page.phase === 'deals' && page.done > 0 && page.total === page.done;
}

function progress(sync: Sync, { page, at, batchId }: SyncBatch, refusals: readonly ReadProblem[]): Sync {
  const step = { done: page.done, ...(page.total === undefined ? {} : { total: page.total }) };
  const problems = [...(page.problems ?? []), ...refusals];
  const isDeals = page.phase === 'deals';
  const dealsDone = !isDeals || page.total === page.done;
  // Rows that the adapter could not read, or that the store refused, were listed and did not arrive.
  const hasGap = isDeals && page.done !== sync.deals.done + page.deals.length;
  const hasLeadGaps = sync.hasLeadGaps || refusals.some(({ code }) => code === 'lead-refused');
  return {
    ...sync,
    batchId,
    phase: page.phase,
    deals: isDeals ? step : sync.deals,
    history: isDeals ? sync.history : step,
    ...(isDeals && page.seenAs !== undefined ? { seenAs: page.seenAs } : {}),
    ...(hasGap ? { hasGaps: true } : {}),
    ...(page.leadsReach && {
      leadsReach: page.leadsReach === 'whole' && hasLeadGaps ? 'partly' : page.leadsReach,
    }),
    ...(hasLeadGaps && { hasLeadGaps }),
    cursor: page.cursor,
    progressAt: at,
    problems: [...sync.problems, ...problems].slice(-500),
    problemCount: (sync.problemCount ?? 0) + problems.length,
    ...(page.openTotal === undefined ? {} : { openTotal: page.openTotal }),
    ...(dealsDone && sync.dealsReadAt === undefined ? { dealsReadAt: at } : {}),
  };
}

function emptyAck({ batchId }: SyncBatch) {
  return { batchId, stored: 0, unchanged: 0, refused: 0 };
}
