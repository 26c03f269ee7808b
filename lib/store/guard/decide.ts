import type { StoreState } from '../rows';
import type { MirrorState } from './mirror';
import type { Sentinel } from './sentinel';

/** What was found where the store lives. */
export type PrimaryFinding =
  | {
      readonly kind: 'state';
      readonly state: StoreState;
      /** True where a restoration was broken off. */
      readonly restoring: boolean;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unopenable' }
  /** Its version says that a newer extension made it. */
  | { readonly kind: 'newer' };

/** What was found in the second place. */
export type MirrorFinding =
  | {
      readonly kind: 'state';
      readonly state: MirrorState;
      /** The last write that the journal leads to without a gap. */
      readonly last: number;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unopenable' };

export interface Findings {
  readonly primary: PrimaryFinding;
  readonly mirror: MirrorFinding;
  readonly sentinel: Sentinel | undefined;
  /** Version of the store's tables in this extension. */
  readonly version: number;
  /** True where what could not be opened could not be in an earlier session either, though the disk takes writes. */
  readonly patienceEnded: boolean;
}

/**
 * What is to be done before the first write:
 *
 * - `nothing`: both copies agree. `fill`: they do, as far as the second has got.
 * - `begin`: there never was a store. `lost`: there was, and neither copy is left.
 * - `seed`: the second copy is missing or old, and is made anew. `alone`: it cannot be, for now.
 * - `replay`: the store lacks writes that the journal has. `restore`: it lacks more.
 * - `hold`: one copy is gone and the other cannot be opened, which may be for now: nothing is written over either.
 * - `newer`: a newer extension's store is left as it is.
 */
export type Plan =
  | 'nothing'
  | 'fill'
  | 'begin'
  | 'lost'
  | 'seed'
  | 'alone'
  | 'replay'
  | 'restore'
  | 'hold'
  | 'newer';

/** The one rule of reconciliation. Whatever was acknowledged and stands in one of the copies is kept. */
export function decide(findings: Findings): Plan {
  const { primary, mirror, sentinel, version } = findings;
  if (mirror.kind === 'state' && mirror.state.version > version) return 'newer';
  // A version may be damaged as well: what the mirror has all of, it can replace.
  if (primary.kind === 'newer' && !(mirror.kind === 'state' && isWhole(mirror, sentinel))) return 'newer';
  return primary.kind === 'state' ? withPrimary(findings, primary) : withoutPrimary(findings);
}

function withPrimary(
  { mirror, sentinel, version, patienceEnded }: Findings,
  { state, restoring }: Extract<PrimaryFinding, { kind: 'state' }>,
): Plan {
  if (mirror.kind === 'empty') return 'seed';
  if (mirror.kind === 'unopenable') {
    // What the store lacks may be there.
    const lacksSome = restoring || isAhead(sentinel, state);
    return lacksSome && !patienceEnded ? 'hold' : 'alone';
  }
  const { uuid, epoch, past, generation, filling } = mirror.state;
  if (restoring) return 'restore';
  if (uuid !== state.uuid) return sentinel?.uuid === uuid || state.generation === 0 ? 'restore' : 'seed';
  // The store was set back to what it was before it went on without the mirror.
  if (past.includes(state.epoch)) return 'restore';
  // It went on without the mirror; or with it, and the mirror has forgotten.
  if (epoch !== state.epoch || mirror.last < state.generation) return 'seed';
  if (state.generation < generation) return 'restore';
  // Rows of an older version have to go through the upgrade.
  const isOld = mirror.state.version < version;
  if (state.generation < mirror.last) return isOld ? 'restore' : 'replay';
  if (isOld) return 'seed';
  return filling === undefined ? 'nothing' : 'fill';
}

function withoutPrimary({ primary, mirror, sentinel, patienceEnded }: Findings): Plan {
  const { kind } = primary;
  // Nothing was ever written to it.
  if (kind === 'empty' && mirror.kind === 'state' && mirror.last === 0) return 'begin';
  if (mirror.kind === 'state') {
    // An old copy replaces a store that cannot be opened only where that will not become better by itself.
    const mayWait = kind === 'unopenable' && !isWhole(mirror, sentinel);
    return mayWait && !patienceEnded ? 'hold' : 'restore';
  }
  const wasThere = sentinel !== undefined;
  if (kind === 'empty' && (mirror.kind === 'empty' || !wasThere)) return wasThere ? 'lost' : 'begin';
  if (!patienceEnded) return 'hold';
  return wasThere ? 'lost' : 'begin';
}

/** Whether a copy has everything that is known to have been stored. */
export function isWhole(
  { state, last }: Extract<MirrorFinding, { kind: 'state' }>,
  sentinel: Sentinel | undefined,
): boolean {
  if (state.filling !== undefined) return false;
  if (sentinel === undefined || state.past.includes(sentinel.epoch)) return true;
  return sentinel.epoch === state.epoch && sentinel.generation <= last;
}

/** Whether more is known to have been stored than a store has. */
export function isAhead(sentinel: Sentinel | undefined, { uuid, generation }: StoreState): boolean {
  return sentinel?.uuid === uuid && sentinel.generation > generation;
}
