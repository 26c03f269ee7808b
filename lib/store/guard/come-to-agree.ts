import { logFault } from '../../log';
import type { Database } from '../database';
import { openDatabase } from '../database';
import type { StoreState } from '../rows';
import { beginFilling, fillStretch } from './fill';
import type { Ground } from './ground';
import type { Look } from './look-around';
import { shut } from './make-way';
import type { Mirror, MirrorState } from './mirror';
import { readOutcome, tellOutcome } from './outcome';
import { replay, type Replayed } from './replay';
import { restore } from './restore';

/** Does what was decided. @returns What the store is afterwards, and what the journal brought. */
export async function comeToAgree(ground: Ground, look: Look): Promise<Replayed> {
  const { database, local, now } = ground;
  const { plan, primary, mirror, sentinel, opened } = look;
  if (opened !== undefined && mirror.kind === 'state') {
    if (plan === 'restore') return restoreAll(ground, look, { opened, ...mirror });
    if (plan === 'replay' && primary.kind === 'state') {
      const replayed = await replay(database, opened, { from: primary.state, to: mirror.last });
      rebuild(ground);
      return replayed;
    }
  }
  if (plan === 'lost') {
    const deals = sentinel?.count ?? 0;
    await tellOutcome(local, { kind: 'lost', at: now(), whole: true, deals, changes: 0 });
    await local.remove('sentinel');
  }
  const state = primary.kind === 'state' ? primary.state : newStore(now());
  if (primary.kind !== 'state' || primary.restoring) await settle(database, state);
  if (plan !== 'nothing' && plan !== 'fill' && opened !== undefined) {
    await beginFilling(database, opened, state);
    // A store that has just begun is empty: then both copies are whole from the start.
    while (state.generation === 0 && (await fillStretch(database, opened)));
  }
  return { state, deals: 0, changes: 0, lost: false };
}

async function restoreAll(
  ground: Ground,
  { primary, bothLack }: Look,
  { opened, state, last }: { opened: Mirror; state: MirrorState; last: number },
): Promise<Replayed> {
  const { database, local, now } = ground;
  if ((await readOutcome(local))?.kind !== 'restoring') {
    const whole = primary.kind !== 'state';
    await tellOutcome(local, { kind: 'restoring', at: now(), whole, deals: 0, changes: 0 });
  }
  const bring = async (into: Database): Promise<Replayed> => {
    const rows = await restore({ ...ground, database: into }, opened, { source: state, keeps: bothLack });
    const replayed = await replay(into, opened, { from: rows.state, to: last });
    // Two copies that were both hurt may both have lost a row: nobody knows.
    if (rows.keeps) await beginFilling(into, opened, replayed.state);
    return { ...replayed, lost: rows.lost || rows.keeps || replayed.lost };
  };
  let replayed: Replayed;
  if (state.version === database.verno) replayed = await bring(database);
  else {
    replayed = await bringOld(ground, state.version, bring);
    await beginFilling(database, opened, replayed.state);
  }
  rebuild(ground);
  return replayed;
}

/** Rows of an older version go into tables of that version, from the beginning, and through the upgrades since. */
async function bringOld<Value>(
  { database, home }: Ground,
  version: number,
  bring: (into: Database) => Promise<Value>,
): Promise<Value> {
  await shut(database);
  await home.remove(database.name);
  const old = openDatabase(database.name, home, version);
  // A page that would upgrade the store waits until all is there.
  old.on('versionchange', () => false);
  try {
    return await bring(old);
  } finally {
    old.close();
    await database.open();
  }
}

/** Not waited for: it writes, and writes wait for what is done here. Until then the figures are missing. */
function rebuild({ rebuildDerived }: Ground): void {
  rebuildDerived().catch((error: unknown) => logFault('rebuild', error));
}

async function settle(database: Database, state: StoreState): Promise<void> {
  await database.transaction('rw', database.summary, async () => {
    await database.summary.delete('restore');
    await database.summary.put(state);
  });
}

function newStore(at: string): StoreState {
  const uuid = crypto.randomUUID();
  return { scope: 'store', uuid, epoch: uuid, generation: 0, at };
}
