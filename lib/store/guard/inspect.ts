import type { StoreState } from '../rows';
import { faultKind } from '../store-error';
import type { MirrorFinding, PrimaryFinding } from './decide';
import type { Ground } from './ground';
import { mirrorName, openMirror, type Cursor, type Mirror } from './mirror';
import { shut } from './make-way';
import { within } from './within';

/** A restoration under way: the row `restore` of `summary`, written with every stretch of rows that it brings. */
export interface RestoreMark extends Cursor {
  readonly scope: 'restore';
  /** What the store will be. */
  readonly state: StoreState;
  /** True where rows that the mirror does not have stay. */
  readonly keeps?: boolean;
}

/** A busy machine may take long; one that takes longer is not asked again, and nothing is concluded from it. */
const patienceMs = 10_000;
/** A browser that has just found damage answers with an error first, and with an empty store after that. */
const pausesMs = [50, 500];

/** Opens the store and looks at it; it may take some tries. Rejects where the browser does not answer. */
export async function findPrimary({ database, pause }: Ground): Promise<PrimaryFinding> {
  for (const rest of [...pausesMs, undefined]) {
    try {
      await within(patienceMs, database.open());
      const [state, mark] = await within(
        patienceMs,
        database.table<StoreState | RestoreMark>('summary').bulkGet(['store', 'restore']),
      );
      const found = (state ?? (mark as RestoreMark | undefined)?.state) as StoreState | undefined;
      if (found === undefined) return { kind: 'empty' };
      return { kind: 'state', state: found, restoring: mark !== undefined };
    } catch (error) {
      await shut(database);
      if (faultKind(error) === 'newer') return { kind: 'newer' };
      if (faultKind(error) === 'silent') throw error;
      if (rest !== undefined) await pause(rest);
    }
  }
  return { kind: 'unopenable' };
}

interface FoundMirror {
  readonly found: MirrorFinding;
  /** Its connection, where it could be opened. */
  readonly opened?: Mirror;
  /** True where the browser did not answer: it may be only slow. */
  readonly isSilent?: boolean;
}

/** Opens the mirror and looks at it. Where nothing can be found, it is closed again. */
export async function findMirror({ buckets, pause }: Ground): Promise<FoundMirror> {
  for (const rest of [...pausesMs, undefined]) {
    let mirror: Mirror | undefined;
    try {
      mirror = openMirror(await within(patienceMs, buckets.open(mirrorName)));
      await within(patienceMs, mirror.open());
      return { found: await within(patienceMs, lookInto(mirror)), opened: mirror };
    } catch (error) {
      mirror?.close();
      if (faultKind(error) === 'silent') return { found: { kind: 'unopenable' }, isSilent: true };
      if (rest !== undefined) await pause(rest);
    }
  }
  return { found: { kind: 'unopenable' } };
}

async function lookInto({ journal, meta }: Mirror): Promise<MirrorFinding> {
  const [state, generations] = await Promise.all([meta.get('state'), journal.toCollection().primaryKeys()]);
  if (state === undefined) return { kind: 'empty' };
  const kept = new Set(generations);
  let last = state.generation;
  while (kept.has(last + 1)) last += 1;
  return { kind: 'state', state, last };
}
