import type { SyncStop } from '../crm/adapter';
import type { Database } from './database';
import type { Sync } from './rows';

/** A sync without a sign of life for so long was interrupted: its tab was closed, or the browser. */
export const silentAfterMs = 60_000;

/** A stop older than this begins anew. */
const resumableMs = 3_600_000;

/**
 * Begins a tenant's sync, or goes on with one that stopped midway.
 * @returns The stored state; its cursor says where to go on. `undefined`: one is running already.
 */
export async function beginSync(
  database: Database,
  start: Pick<Sync, 'tenant' | 'host' | 'crm' | 'label'> & { readonly at: string },
): Promise<Sync | undefined> {
  const { at, ...who } = start;
  return database.transaction('rw', database.syncs, async () => {
    const last = await database.syncs.get(start.tenant);
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
        };
    await database.syncs.put(next);
    return next;
  });
}

/** Ends a tenant's sync: complete where `stop` is absent. A cancelled one keeps its cursor and can go on. */
export async function finishSync(
  database: Database,
  {
    tenant,
    stop,
    at,
  }: { readonly tenant: string; readonly stop?: SyncStop | undefined; readonly at: string },
): Promise<void> {
  await database.transaction('rw', database.syncs, async () => {
    const sync = await database.syncs.get(tenant);
    if (sync === undefined || sync.status !== 'running') return;
    if (stop !== undefined) await database.syncs.put({ ...sync, status: 'stopped', stop, progressAt: at });
    else {
      const { cursor: _, ...done } = withoutStop(sync);
      await database.syncs.put({ ...done, status: 'done', progressAt: at });
    }
  });
}

/** Old listings miss what has happened since, and a history that was not understood will not be the next time. */
function canResume({ status, cursor, phase, stop, progressAt }: Sync, now: string): boolean {
  if (status === 'done' || cursor === undefined || (stop === 'layout-unknown' && phase === 'history'))
    return false;
  return Date.parse(now) - Date.parse(progressAt) < resumableMs;
}

/** True where a running sync has given no sign of life lately. */
export function isSilent(sync: Pick<Sync, 'progressAt'>, now: string): boolean {
  return Date.parse(now) - Date.parse(sync.progressAt) > silentAfterMs;
}

function withoutStop({ stop: _, ...sync }: Sync): Sync {
  return sync;
}
