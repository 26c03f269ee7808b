import { decide, type Findings, type Plan } from './decide';
import { foldRecord } from './fold';
import type { Ground } from './ground';
import { findMirror, findPrimary } from './inspect';
import { makeWay } from './make-way';
import { mirrorName, rowsBetween, type Mirror } from './mirror';
import type { Sentinel } from './sentinel';
import { hasWaited, type Session } from './sessions';

/** What was found, and what is to be done about it. */
export interface Look extends Findings {
  readonly plan: Plan;
  /** The mirror's connection, where it could be opened. */
  readonly opened: Mirror | undefined;
}

/**
 * Looks at both copies and decides. Rejects where nothing can be done for now.
 * @param inDoubt True where reading from the store has failed, though it could be opened.
 */
export async function lookAround(
  ground: Ground,
  { session, sentinel, inDoubt }: { session: Session; sentinel: Sentinel | undefined; inDoubt: boolean },
): Promise<Look> {
  const version = ground.database.verno;
  let primary = await findPrimary(ground);
  let { found: mirror, opened } = await findMirror(ground);
  let patienceEnded = false;
  const look = (): Look => {
    const findings = { primary, mirror, sentinel, version, patienceEnded };
    return { ...findings, opened, plan: decide(findings) };
  };

  if (look().plan === 'hold') patienceEnded = (await hasWaited(ground)) && session.takesWrites;
  const { plan } = look();
  if (plan === 'newer') throw new DOMException('The store is of a newer version', 'VersionError');
  if (plan === 'hold') throw new DOMException('A copy is waited for', 'StoreHeldError');
  if (mirror.kind === 'unopenable' && session.takesWrites) {
    // With its bucket goes whatever is wrong with it. What it may have held is given up, or is in the store.
    await ground.buckets.remove(mirrorName).catch(() => false);
    ({ found: mirror, opened } = await findMirror(ground));
  }
  if (primary.kind === 'unopenable' || primary.kind === 'newer') {
    await makeWay(ground);
    primary = await findPrimary(ground);
    if (primary.kind === 'unopenable') throw new DOMException('No place for the store', 'UnknownError');
  }
  const after = look();
  if (after.plan !== 'nothing' || opened === undefined) return after;
  const isDamaged = inDoubt || (session.isNew && (await lacksDeals(ground, after, opened)));
  return isDamaged ? { ...after, plan: 'restore' } : after;
}

/** Whether the store has fewer deals than it had at this very generation, and the mirror has more. */
async function lacksDeals(
  { database }: Ground,
  { primary, sentinel }: Look,
  mirror: Mirror,
): Promise<boolean> {
  if (primary.kind !== 'state' || sentinel?.generation !== primary.state.generation) return false;
  const here = await database.deals.count();
  if (here >= sentinel.count) return false;
  while (await foldRecord(mirror, database, sentinel.generation));
  return (await rowsBetween(mirror, 'deals').count()) > here;
}
