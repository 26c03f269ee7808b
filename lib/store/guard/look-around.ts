import { decide, type Findings, type Plan } from './decide';
import { foldRecord } from './fold';
import type { Ground } from './ground';
import { findMirror, findPrimary } from './inspect';
import { makeWay } from './make-way';
import { mirrorName, rowsBetween, type Mirror } from './mirror';
import type { Sentinel } from './sentinel';
import { hasWaited } from './sessions';
import { needSpace } from './space';

/** What was found, and what is to be done about it. */
export interface Look extends Findings {
  readonly plan: Plan;
  /** The mirror's connection, where it could be opened. */
  readonly opened: Mirror | undefined;
}

interface Circumstances {
  readonly isNewSession: boolean;
  readonly sentinel: Sentinel | undefined;
  /** True where reading from the store has failed, though it could be opened. */
  readonly inDoubt: boolean;
}

/** Looks at both copies and decides. Rejects where nothing can be done for now. */
export async function lookAround(
  ground: Ground,
  { isNewSession, sentinel, inDoubt }: Circumstances,
): Promise<Look> {
  const version = ground.database.verno;
  let primary = await findPrimary(ground);
  const first = await findMirror(ground);
  let { found: mirror, opened } = first;
  let patienceEnded = false;
  const look = (): Look => {
    const findings = { primary, mirror, sentinel, version, patienceEnded };
    return { ...findings, opened, plan: decide(findings) };
  };

  // On a full disk nothing can be opened: nothing is wrong with it.
  if (mirror.kind === 'unopenable' || primary.kind === 'unopenable') await needSpace(ground);
  if (look().plan === 'hold') patienceEnded = await hasWaited(ground);
  const { plan } = look();
  if (plan === 'newer') throw new DOMException('The store is of a newer version', 'VersionError');
  if (plan === 'hold') throw new DOMException('A copy is waited for', 'StoreHeldError');
  if (mirror.kind === 'unopenable' && first.isSilent !== true) {
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
  const isDamaged = inDoubt || (isNewSession && (await lacksDeals(ground, after, opened)));
  return isDamaged ? { ...after, plan: 'restore' } : after;
}

/** Whether the store has fewer deals than it had at this very generation, and the mirror has more. */
async function lacksDeals(
  { database }: Ground,
  { primary, sentinel }: Look,
  mirror: Mirror,
): Promise<boolean> {
  if (primary.kind !== 'state' || sentinel?.countOf !== primary.state.generation) return false;
  const here = await database.deals.count();
  if (here >= sentinel.count) return false;
  while (await foldRecord(mirror, database, sentinel.countOf));
  return (await rowsBetween(mirror, 'deals').count()) > here;
}
