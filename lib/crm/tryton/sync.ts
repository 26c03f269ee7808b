import { SyncStopped, type SyncPage, type SyncSession, type StatedStage, type SyncWay } from '../adapter';
import { trytonAddress } from './address';
import { readHistories } from './history';
import { isRecord, parseJson } from '../sync/guards';
import { idOf } from './guards';
import { readRecord, recordFields } from './record';
import { createRpc, readingMethods, type Rpc } from './rpc';
import { openStates, trytonStates, type TrytonState } from './states';
import { dealUrl } from './tenant';

const dealsPerCall = 500;
const historiesPerStep = 200;

/** Where a run goes on: the phase and the last id that it has finished. Ids only grow, so nothing is skipped. */
interface Cursor {
  readonly phase: 'deals' | 'history';
  readonly after: number;
  readonly done: number;
  /** As whom the listing was begun: another user's, or another company's, does not go on with it. */
  readonly seenAs: string | undefined;
}

export const trytonSync: SyncWay = {
  crm: 'tryton',
  allow: [{ path: /^\/[^/]+\/$/, verb: 'POST', rpcMethods: readingMethods }],
  async *run(session) {
    const database = trytonAddress(session.page.url)?.database;
    if (database === undefined) throw new SyncStopped('layout-unknown');
    const rpc = createRpc(session, database);
    const seenAs = await rpc.seenAs();
    const cursor = readCursor(session.cursor) ?? { phase: 'deals', after: 0, done: 0, seenAs };
    if (cursor.seenAs !== seenAs) throw new SyncStopped('access-changed');
    if (cursor.phase === 'deals') yield* readDeals(session, rpc, cursor);
    yield* readPasts(session, rpc, cursor.phase === 'deals' ? historyOf(cursor) : cursor);
  },
};

async function* readDeals(
  session: SyncSession,
  rpc: Rpc,
  from: Cursor,
): AsyncGenerator<SyncPage, void, void> {
  const total = count(await rpc.call('model.sale.opportunity.search_count', [[]]));
  const openTotal = count(
    await rpc.call('model.sale.opportunity.search_count', [[['state', 'in', openStates]]]),
  );
  const { seenAs } = from;
  let { after, done } = from;
  for (;;) {
    const rows = await readRows(rpc, [['id', '>', after]], dealsPerCall);
    const at = session.now();
    // Asked before and after each page, and the same both times: so the page was listed as this user, and whole.
    if ((await rpc.seenAs()) !== seenAs) throw new SyncStopped('access-changed');
    const records = rows.flatMap((row) => readRecord(row) ?? []);
    const last = Number(records.at(-1)?.id ?? after);
    done += rows.length;
    const complete = rows.length < dealsPerCall;
    const next: Cursor = complete ? historyOf(from) : { phase: 'deals', after: last, done, seenAs };
    yield {
      phase: 'deals',
      ...(seenAs === undefined ? {} : { seenAs }),
      deals: records.map(({ id, values }) => ({ id, url: dealUrl(session.page, id), values, at })),
      problems: records.flatMap(({ problems }) => problems).slice(0, 500),
      ...(after === 0 ? { stages: statedStages() } : {}),
      done,
      // What was listed is what there is: deals may be added while we read.
      total: complete ? done : Math.max(total, done + 1),
      openTotal,
      cursor: JSON.stringify(next),
    };
    if (complete) return;
    after = last;
  }
}

async function* readPasts(
  session: SyncSession,
  rpc: Rpc,
  from: Cursor,
): AsyncGenerator<SyncPage, void, void> {
  const total = count(await rpc.call('model.sale.opportunity.search_count', [[]]));
  let { after, done } = from;
  for (;;) {
    const rows = await readRows(rpc, [['id', '>', after]], historiesPerStep);
    if (rows.length === 0) return;
    const until = session.now();
    const histories = await readHistories(rpc, rows, until);
    after = Number(idOf(rows.at(-1)?.['id']) ?? after);
    done += rows.length;
    yield {
      phase: 'history',
      deals: [],
      histories,
      done,
      total: Math.max(total, done),
      cursor: JSON.stringify({ ...from, after, done } satisfies Cursor),
    };
    if (rows.length < historiesPerStep) return;
  }
}

async function readRows(
  rpc: Rpc,
  domain: readonly unknown[],
  limit: number,
): Promise<Record<string, unknown>[]> {
  const rows = await rpc.call('model.sale.opportunity.search_read', [
    domain,
    0,
    limit,
    [['id', 'ASC']],
    recordFields,
  ]);
  if (!Array.isArray(rows) || !rows.every(isRecord)) throw new SyncStopped('layout-unknown', 'search_read');
  return rows;
}

function count(value: unknown): number {
  if (typeof value !== 'number') throw new SyncStopped('layout-unknown', 'search_count');
  return value;
}

function historyOf({ seenAs }: Cursor): Cursor {
  return { phase: 'history', after: 0, done: 0, seenAs };
}

/** `undefined`: there is none, or none of ours, and the listing begins at its start. */
function readCursor(text: string | undefined): Cursor | undefined {
  const cursor = parseJson(text);
  if (!isRecord(cursor)) return undefined;
  const { phase, after, done, seenAs } = cursor;
  if ((phase !== 'deals' && phase !== 'history') || typeof after !== 'number' || typeof done !== 'number')
    return undefined;
  return { phase, after, done, seenAs: typeof seenAs === 'string' ? seenAs : undefined };
}

function statedStages(): StatedStage[] {
  return (Object.keys(trytonStates) as TrytonState[]).map((stage) => {
    const { order, outcome, labels } = trytonStates[stage];
    return { pipeline: 'sale.opportunity', stage, name: labels[0], order, outcome };
  });
}
