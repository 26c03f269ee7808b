import type { SyncStop } from '../crm/adapter';
import type { Database } from './database';
import type { Sync } from './rows';
import { write } from './write';

/** A run that has not stirred for so long was interrupted: its tab was closed or frozen, or the browser ended. */
const silentAfterMs = 60_000;

/** A stop older than this begins anew. */
const resumableMs = 3_600_000;

/** One run of a tenant's sync. */
export interface SyncRun {
  readonly tenant: string;
  readonly runId: string;
}

/**
 * Begins a tenant's sync, or goes on with one that stopped midway, and makes this run the only one that may write.
 * The same run asking again (it had no answer) gets the same answer.
 * @returns The stored state; its cursor says where to go on. `undefined`: another run is under way, or this one over.
 */
export async function beginSync(
  database: Database,
  start: Pick<Sync, 'tenant' | 'runId' | 'host' | 'crm' | 'label'> & { readonly at: string },
): Promise<Sync | undefined> {
  const { at, ...who } = start;
  return write(database, [database.syncs], async () => {
    const last = await database.syncs.get(start.tenant);
    if (last?.runId === start.runId) return isRunning(last, start.runId) ? last : undefined;
    if (last?.status === 'running' && !isSilent(last, at)) return undefined;
    const resumed = last !== undefined && canResume(last, at);
    const next: Sync = resumed
      ? withoutStop({ ...last, ...who, status: 'running', progressAt: at })
      : {
          ...who,
          status: 'running',
          phase: 'deals',
          deals: { done: 0 },
          history: { done: 0 },
          startedAt: at,
          progressAt: at,
          problems: [],
          ...listedBefore(last),
        };
    await database.syncs.put(next);
    return next;
  });
}

/** Notes a run's sign of life. @returns Whether it may go on: it may not where it was ended, or replaced by another. */
export async function touchSync(
  database: Database,
  { tenant, runId, at }: SyncRun & { readonly at: string },
): Promise<boolean> {
  return write(database, [database.syncs], async () => {
    const sync = await database.syncs.get(tenant);
    if (!isRunning(sync, runId)) return false;
    await database.syncs.put({ ...sync, progressAt: at });
    return true;
  });
}

/**
 * Ends a tenant's sync: complete where `stop` is absent. A cancelled one keeps its cursor and can go on. A `runId` ends
 * that run and no other; without one whatever runs is ended.
 */
export async function finishSync(
  database: Database,
  end: Pick<Sync, 'tenant'> & {
    readonly runId?: string;
    readonly stop?: SyncStop | undefined;
    readonly at: string;
  },
): Promise<void> {
  const { tenant, runId, stop, at } = end;
  await write(database, [database.syncs], async () => {
    const sync = await database.syncs.get(tenant);
    if (!isRunning(sync, runId ?? sync?.runId)) return;
    if (stop !== undefined) await database.syncs.put({ ...sync, status: 'stopped', stop, progressAt: at });
    else {
      const { cursor: _, ...done } = withoutStop(sync);
      await database.syncs.put({ ...done, status: 'done', progressAt: at });
    }
  });
}

/** Ends every run: its script is known to be gone. Each can go on where it stopped. */
export async function interruptSyncs(database: Database): Promise<void> {
  const { syncs } = database;
  if ((await syncs.filter(({ status }) => status === 'running').count()) === 0) return;
  await write(database, [syncs], async () => {
    for (const sync of await syncs.toArray())
      if (sync.status === 'running') await syncs.put({ ...sync, status: 'stopped' });
  });
}

/** True while this very run may write. */
export function isRunning(sync: Sync | undefined, runId: string | undefined): sync is Sync {
  return sync?.status === 'running' && sync.runId === runId;
}

/** True where a running sync has given no sign of life lately. */
export function isSilent(sync: Pick<Sync, 'progressAt'>, now: string): boolean {
  return Date.parse(now) - Date.parse(sync.progressAt) > silentAfterMs;
}

/**
 * Old listings miss what has happened since, one listing is of one user, and a history that was not understood will
 * not be the next time.
 */
function canResume({ status, cursor, dealsReadAt, stop, progressAt }: Sync, now: string): boolean {
  if (status === 'done' || cursor === undefined || stop === 'access-changed') return false;
  if (stop === 'layout-unknown' && dealsReadAt !== undefined) return false;
  return Date.parse(now) - Date.parse(progressAt) < resumableMs;
}

/** What a new run takes over from the one before it. */
function listedBefore(last: Sync | undefined): Pick<Sync, 'listedAt' | 'leadsReach' | 'leadsListed'> {
  const listedAt = last?.dealsReadAt ?? last?.listedAt;
  const { leadsReach, leadsListed } = last ?? {};
  return {
    ...(listedAt && { listedAt }),
    ...(leadsReach && { leadsReach }),
    ...(leadsListed && { leadsListed }),
  };
}

function withoutStop({ stop: _, ...sync }: Sync): Sync {
  return sync;
}
