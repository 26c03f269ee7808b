import type { RestoreOutcome } from '../../messages/views';
import type { Database } from '../database';
import type { StoreState } from '../rows';
import { isAhead, isWhole } from './decide';
import { comeToAgree } from './come-to-agree';
import { mirroredTables } from './derived';
import type { Ground } from './ground';
import { outcomeKey } from './keys';
import { lookAround, type Look } from './look-around';
import type { Mirror } from './mirror';
import { readOutcome, tellOutcome } from './outcome';
import type { Replayed } from './replay';
import { readSentinel, writeSentinel, type Counted } from './sentinel';
import { beginSession } from './sessions';
import { finishWipe } from './wipe-copies';

export interface Reconciled {
  readonly state: StoreState;
  /** What the sentinel says of its deals; `undefined`: it does not know this store. */
  readonly counted: Counted | undefined;
  /** The second copy, where writes can be kept in it. */
  readonly mirror: Mirror | undefined;
}

/**
 * Makes the two copies agree, before the first write of a worker and whenever the connection was lost: three small
 * reads where they do. Broken off at any point, it can be done again; done again, it changes nothing.
 * @param inDoubt True where reading from the store has failed, though it could be opened.
 */
export async function reconcile(ground: Ground, inDoubt: boolean): Promise<Reconciled> {
  const { local, home } = ground;
  const isNewSession = await beginSession(ground);
  let sentinel = await readSentinel(local);
  if (sentinel === 'wiping') {
    await finishWipe(ground);
    sentinel = undefined;
  }
  const look = await lookAround(ground, { isNewSession, sentinel, inDoubt });
  if (isNewSession) await local.remove('held');
  const before = await readOutcome(local);
  const replayed = await comeToAgree(ground, look);
  const { state } = replayed;
  await home.settle();
  const outcome = await outcomeOf(ground, look, { before, replayed });
  if (outcome !== undefined) await tellOutcome(local, outcome);
  // It has ended, and there is nothing to say of it.
  else if ((await readOutcome(local))?.kind === 'restoring') await local.remove(outcomeKey);
  let counted: Counted | undefined = sentinel?.uuid === state.uuid ? sentinel : undefined;
  if (state.generation > 0 && (counted === undefined || isAhead(sentinel, state)))
    counted = await noteState(ground, state);
  return { state, counted, mirror: look.plan === 'alone' ? undefined : look.opened };
}

/** Writes down, outside of the store, what it is. @param counted How many deals an earlier generation had. */
export async function noteState(
  { database, local }: Ground,
  state: StoreState,
  counted?: Counted,
): Promise<Counted> {
  const { uuid, epoch, generation, at } = state;
  const now = counted ?? { count: await database.deals.count(), countOf: state.generation };
  const { count, countOf } = now;
  await writeSentinel(local, { uuid, epoch, generation, at, count, countOf });
  return now;
}

/** Whether nothing that was read or said is in a store. */
async function isEmpty(database: Database): Promise<boolean> {
  for (const table of mirroredTables(database)) if ((await table.count()) > 0) return false;
  return true;
}

/** What was done for the user to know; `undefined`: nothing that matters. */
async function outcomeOf(
  { database, now }: Ground,
  { plan, primary, mirror, sentinel }: Look,
  { before, replayed }: { before: RestoreOutcome | undefined; replayed: Replayed },
): Promise<RestoreOutcome | undefined> {
  const { state, deals, changes } = replayed;
  const isRestored = plan === 'restore' || before?.kind === 'restoring';
  const isPart = replayed.lost || (plan !== 'restore' && primary.kind === 'state' && primary.restoring);
  const isOld = isRestored && mirror.kind === 'state' ? !isWhole(mirror, sentinel) : isAhead(sentinel, state);
  const missing = isPart ? { missing: {} } : isOld ? { missing: { since: state.at } } : {};
  if (isRestored) {
    const [dealsNow, changesNow] = await Promise.all([database.deals.count(), database.changes.count()]);
    // After a wipe there may be no more than the figures, which are made anew: they are nobody's loss.
    const isTold = 'missing' in missing || before?.missing !== undefined;
    if (!isTold && (await isEmpty(database))) return undefined;
    const whole = before?.kind === 'restoring' ? before.whole : primary.kind !== 'state';
    return { kind: 'restored', at: now(), whole, deals: dealsNow, changes: changesNow, ...missing };
  }
  // The last write of the journal may be one that nobody was told of: a browser was killed in the middle of it.
  const lost = primary.kind === 'state' ? state.generation - primary.state.generation : 0;
  if (lost <= 1 && !('missing' in missing)) return undefined;
  return { kind: 'restored', at: now(), whole: false, deals, changes, ...missing };
}
