import { decide, type Findings, type Plan } from './decide';
import type { Ground } from './ground';
import { findMirror, findPrimary } from './inspect';
import { makeWay } from './make-way';
import { mirrorName, type Mirror } from './mirror';
import type { Sentinel } from './sentinel';
import { hasWaited } from './sessions';
import { needSpace } from './space';
import { whichLacks } from './which-lacks';

/** What was found, and what is to be done about it. */
export interface Look extends Findings {
  readonly plan: Plan;
  /** The mirror's connection, where it could be opened. */
  readonly opened: Mirror | undefined;
  /** True where each copy lacks rows that the other has. */
  readonly bothLack?: boolean;
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
  if (opened === undefined || (after.plan !== 'nothing' && after.plan !== 'replay')) return after;
  if (inDoubt) return { ...after, plan: 'restore' };
  if (!isNewSession || primary.kind !== 'state') return after;
  const lacking = await whichLacks(ground.database, opened, primary.state.generation);
  if (lacking === 'store' || lacking === 'both') {
    // Its rows have got further by that.
    const state = await opened.meta.get('state');
    if (state !== undefined && mirror.kind === 'state') mirror = { ...mirror, state };
    return { ...look(), plan: 'restore', bothLack: lacking === 'both' };
  }
  // What the journal has comes first: the next session looks again.
  return lacking === 'mirror' && after.plan === 'nothing' ? { ...after, plan: 'seed' } : after;
}
