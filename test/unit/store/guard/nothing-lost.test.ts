import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { mirrorName, openMirror } from '../../../../lib/store/guard/mirror';
import { readState } from '../../../../lib/store/read-state';
import { copyFactory } from './copy-factory';
import { Fuse } from './fuse';
import { afterWrite, doWrite, inOrder, randomWrite, type RandomWrite } from './random-writes';
import { mirrorRows, rowsOf, World, type Life, type Rows } from './world';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

type Step =
  | { readonly kind: 'write'; readonly write: RandomWrite }
  /** A quiet moment. */
  | { readonly kind: 'tend' }
  | { readonly kind: 'restart' }
  /** Remembers both copies, to set one back to this later. */
  | { readonly kind: 'remember' }
  | { readonly kind: 'lose-mirror' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), write: randomWrite }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tend' as const) }) },
  fc.record({ kind: fc.constant('restart' as const) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remember' as const) }) },
  fc.record({ kind: fc.constant('lose-mirror' as const) }),
);

const losses = [
  'nothing',
  'primary-wiped',
  'primary-set-back',
  'mirror-wiped',
  'mirror-set-back',
  'both-wiped',
  'both-set-back',
] as const;
type Loss = (typeof losses)[number];

interface Story {
  readonly steps: readonly Step[];
  readonly last: readonly Step[];
  /** When the browser is killed during the last steps, and during the recovery from it. */
  readonly kill: number;
  readonly killAgain: number;
  readonly loss: Loss;
}

const story: fc.Arbitrary<Story> = fc.record({
  steps: fc.array(step, { maxLength: 12 }),
  last: fc.array(step, { minLength: 1, maxLength: 8 }),
  kill: fc.integer({ min: 1, max: 60 }),
  killAgain: fc.integer({ min: 1, max: 60 }),
  loss: fc.constantFrom(...losses),
});

interface Known {
  world: World;
  life: Life;
  /** What was acknowledged, and what may have been stored without an acknowledgement. */
  acked: Rows;
  open: RandomWrite | undefined;
  remembered: { primary: IDBFactory; mirror: IDBFactory } | undefined;
}

async function live(known: Known, steps: readonly Step[]): Promise<void> {
  const { world } = known;
  for (const one of steps) {
    const { fuse } = known.life;
    if (fuse.isBlown) return;
    if (one.kind === 'write') {
      known.open = one.write;
      await doWrite(known.life.database, one.write).catch(() => {});
      if (fuse.isBlown) return;
      known.acked = await rowsOf(known.life.database);
      known.open = undefined;
    } else if (one.kind === 'tend') await known.life.guard.tend();
    else if (one.kind === 'remember') {
      if (!fuse.isBlown)
        known.remembered = {
          primary: await copyFactory(world.primary),
          mirror: await copyFactory(world.mirror),
        };
    } else {
      known.life.database.close();
      if (one.kind === 'lose-mirror') world.buckets.delete(mirrorName);
      known.life = world.start(fuse);
    }
  }
}

async function lose({ world, remembered }: Known, loss: Loss): Promise<void> {
  const empty = new World();
  const primary = remembered?.primary ?? empty.primary;
  const mirror = remembered?.mirror ?? empty.mirror;
  if (loss === 'primary-wiped' || loss === 'both-wiped') world.primary = empty.primary;
  if (loss === 'mirror-wiped' || loss === 'both-wiped') world.mirror = empty.mirror;
  if (loss === 'primary-set-back' || loss === 'both-set-back') world.primary = await copyFactory(primary);
  if (loss === 'mirror-set-back' || loss === 'both-set-back') world.mirror = await copyFactory(mirror);
}

/** Whether the mirror alone has all that was acknowledged. */
async function isMirrorWhole(world: World): Promise<boolean> {
  const mirror = openMirror(world.mirror);
  await mirror.open();
  const state = await mirror.meta.get('state');
  const last = (await mirror.journal.toArray()).at(-1);
  mirror.close();
  const sentinel = world.sentinel();
  const generation = last?.generation ?? state?.generation ?? 0;
  return state !== undefined && state.filling === undefined && generation >= (sentinel?.generation ?? 0);
}

test('whatever was acknowledged is there once, when a worker was killed anywhere and one copy was lost', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ steps, last, kill, killAgain, loss }) => {
      const world = new World();
      const known: Known = { world, life: world.start(), acked: {}, open: undefined, remembered: undefined };
      await live(known, steps);
      known.life.end();
      known.life = world.start(new Fuse(kill));
      await live(known, last);
      known.life.end();
      const wasWhole = await isMirrorWhole(world);
      const said = world.sentinel();
      await lose(known, loss);

      const interrupted = world.start(new Fuse(killAgain));
      await interrupted.guard.whenReady();
      await interrupted.guard.tend();
      interrupted.end();

      const after = world.start();
      await after.guard.whenReady();
      const rows = await rowsOf(after.database);
      const outcome = world.outcome();
      const isPrimaryLost = loss.startsWith('primary') || loss.startsWith('both');
      if (loss === 'both-wiped') {
        expect(rows).toEqual({});
        if (said) expect(outcome).toMatchObject({ kind: 'lost' });
      } else if (!isPrimaryLost || (wasWhole && !loss.startsWith('both'))) {
        const wanted = [known.acked, ...(known.open ? [afterWrite(known.acked, known.open)] : [])];
        expect(wanted.map(inOrder)).toContainEqual(inOrder(rows));
        expect(outcome?.kind).not.toBe('lost');
        expect(outcome?.missing).toBeUndefined();
      } else if (said && said.generation > ((await readState(after.database))?.generation ?? 0)) {
        // Both copies were hurt, one after the other: what is known to be missing is said.
        expect(outcome?.missing ?? outcome?.kind).toBeDefined();
      }

      await after.guard.tend();
      expect(await rowsOf(after.database)).toEqual(rows);
      if (await readState(after.database)) expect(await mirrorRows(world, after.database)).toEqual(rows);
      after.end();

      const again = world.start();
      await again.guard.whenReady();
      expect(await rowsOf(again.database)).toEqual(rows);
      expect(world.outcome()).toEqual(outcome);
      again.end();

      world.primary = new World().primary;
      const once = world.start();
      await once.guard.whenReady();
      expect(await rowsOf(once.database)).toEqual(rows);
      once.end();
    }),
    { numRuns: Number(process.env['STAFET_RUNS'] ?? 60) },
  );
});
