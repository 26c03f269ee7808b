import { drawsOf } from './draws';
import type { CrmPage } from './crm-page';
import { type Fault, planOf, type Amounts } from './plan';
import { quotaOf, type Room } from './room';
import { killRound } from './rounds/kill';
import { noRoomRound } from './rounds/no-room';
import { recipeRound } from './rounds/recipe';
import type { Outcome, Trial } from './rounds/round';
import { tornTailRound } from './rounds/torn-tail';
import { workerKillsRound } from './rounds/worker-kills';
import { isSound, lineOf, type RoundLine } from './tally';
import { Stuck, World } from './world';

export interface SideOptions {
  readonly side: RoundLine['side'];
  /** Folder of the built extension. */
  readonly build: string;
  readonly page: CrmPage;
  readonly amounts: Amounts;
  readonly seed: number;
  /** Leaves the profile of every round that found something where it is. */
  readonly keep: boolean;
  readonly onRound: (line: RoundLine) => void;
  readonly say: (text: string) => void;
}

/** A world is given up after so many acknowledged rows: every round looks at all of them. */
const worldRows = 8000;
const diskMegabytes = 384;

/** Runs all rounds of one side, one after the other, most of them in a world that earlier ones have worn. */
export async function runSide(options: SideOptions): Promise<readonly RoundLine[]> {
  const { side, seed, keep, onRound, say } = options;
  const lines: RoundLine[] = [];
  let worn: World | undefined;
  for (const [round, fault] of planOf(options.amounts, drawsOf(seed)).entries()) {
    const own = seed * 1000 + round;
    const isApart = fault.kind === 'full disk' || fault.kind === 'quota';
    const world = isApart || worn === undefined ? newWorld(options, fault, own) : worn;
    const started = performance.now();
    const before = world.ledger.acknowledged;
    const outcome = await tryRound({ world, draw: drawsOf(own) }, fault);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const acknowledged = world.ledger.acknowledged - before;
    const line = lineOf({ side, round, fault: fault.kind, seed: own, acknowledged, seconds }, outcome);
    lines.push(line);
    onRound(line);
    const goesOn = isSound(line) && !isApart && world.ledger.acknowledged < worldRows;
    if (!isApart) worn = goesOn ? world : undefined;
    if (goesOn) continue;
    const isKept = keep && !isSound(line);
    if (isKept) say(`Kept: ${world.base}`);
    await world.end({ keep: isKept });
  }
  await worn?.end();
  return lines;
}

function newWorld({ build, page, keep }: SideOptions, { kind }: Fault, seed: number): World {
  return new World({
    build,
    page,
    seed,
    keepsEvidence: keep,
    ...(kind === 'quota' ? { without: ['unlimitedStorage'] } : {}),
  });
}

/** Plays one round. Whatever stops it is a finding too: nothing is left out of the counts. */
async function tryRound(trial: Trial, fault: Fault): Promise<Outcome> {
  try {
    return await playRound(trial, fault);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const { world } = trial;
    if (!(error instanceof Stuck)) return { detail: 'the round broke off', looks: [], broken: [what] };
    // What cannot be had from the extension any more is lost to its user.
    const lost = [...world.ledger.deals.keys()].map((name) => ({ kind: 'deal', name, what }) as const);
    const look = { lost, partial: [], wrong: [], landed: 0, dropped: 0, restored: 0 };
    return { detail: 'the extension took no writes any more', looks: [look], broken: [what] };
  }
}

async function playRound(trial: Trial, fault: Fault): Promise<Outcome> {
  const { world } = trial;
  const disk = fault.kind === 'full disk' ? world.mountDisk(diskMegabytes) : undefined;
  if (fault.kind === 'full disk' && disk === undefined)
    return { detail: '', looks: [], skipped: 'no disk can be mounted here' };
  const looks = world.isOpen ? [] : [await world.open()];
  const outcome = await playFault(trial, fault, disk);
  return { ...outcome, looks: [...looks, ...outcome.looks] };
}

function playFault(trial: Trial, fault: Fault, disk: Room | undefined): Promise<Outcome> {
  switch (fault.kind) {
    case 'kill':
      return killRound(trial);
    case 'torn tail':
      return tornTailRound(trial);
    case 'worker kills':
      return workerKillsRound(trial, fault.kills);
    case 'recipe':
      return recipeRound(trial, fault.recipe);
    case 'full disk':
    case 'quota':
      return noRoomRound(trial, disk ?? quotaOf(trial.world));
  }
}
