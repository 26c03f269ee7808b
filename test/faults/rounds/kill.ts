import { readFileSync, statSync } from 'node:fs';
import { isTorn, tailOf } from '../log-tail';
import { newestLog } from '../stores';
import type { World } from '../world';
import { pause } from '../pause';
import type { Outcome, Trial } from './round';

/** How long a kill waits for a log to grow. */
const growthMs = 300;

/** Writes, kills the whole browser in the middle of it, and looks at what is left. */
export async function killRound({ world, draw }: Trial): Promise<Outcome> {
  const { at, ...killed } = await killWhileWriting({ world, draw });
  return { detail: at, kills: 1, ...killed, looks: [await world.open()] };
}

interface Killed {
  readonly at: string;
  readonly inFlight: number;
  readonly torn: number;
}

/**
 * SIGKILL for the whole process tree while batches are under way: at a random moment, or as soon as a log is seen to
 * grow, which is where a kill can leave half a record.
 */
export async function killWhileWriting({ world, draw }: Trial): Promise<Killed> {
  const before = woundsOf(world);
  const writing = world.write();
  const ms = draw.whole(50, 600);
  const store = draw.pick(['primary', 'mirror'] as const);
  const waitsForGrowth = draw.chance(0.5);
  await pause(ms);
  const watched = logOf(world, store) === undefined ? 'primary' : store;
  const log = logOf(world, watched);
  const grown = waitsForGrowth && log !== undefined && waitUntilGrown(log);
  const inFlight = world.ledger.pending.some(({ kind }) => kind === 'reads') ? 1 : 0;
  await world.kill();
  await writing.stop();
  // An older wound of the same log is not this kill's.
  const torn = [...woundsOf(world)]
    .filter(([name, wound]) => before.get(name) !== wound)
    .map(([name]) => name);
  const when = grown ? `as the log of the ${watched} grew, after ${ms} ms` : `after ${ms} ms`;
  return {
    at: torn.length > 0 ? `${when}; torn: ${torn.join(', ')}` : when,
    inFlight,
    torn: torn.length > 0 ? 1 : 0,
  };
}

/** Where the logs end in the middle of a record, by store: the log and the place in it. */
function woundsOf(world: World): Map<string, string> {
  const wounds = new Map<string, string>();
  for (const name of ['primary', 'mirror'] as const) {
    const path = logOf(world, name);
    const tail = path === undefined ? undefined : tailOf(readFileSync(path));
    if (tail !== undefined && isTorn(tail)) wounds.set(name, `${path} ${tail.wholeBytes}`);
  }
  return wounds;
}

/** Watches without a pause: whatever gives way to other work is too slow. True where the file was seen to change. */
function waitUntilGrown(path: string): boolean {
  const before = sizeOf(path);
  const until = performance.now() + growthMs;
  while (performance.now() < until) if (sizeOf(path) !== before) return true;
  return false;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function logOf(world: World, store: 'primary' | 'mirror'): string | undefined {
  return newestLog(world.folderOf(store));
}
