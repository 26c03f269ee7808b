import { tearLog } from '../log-tail';
import { mirrorIsWhole } from '../mirror-state';
import { newestLog } from '../stores';
import { killWhileWriting } from './kill';
import { pause } from '../pause';
import type { Outcome, Trial } from './round';

/**
 * Kills the browser in the middle of writing, tears the end of one store's log, and goes on for two sessions that
 * write: the first one appends behind the tear, and it is the one after it that finds the log unreadable.
 */
export async function tornTailRound({ world, draw }: Trial): Promise<Outcome> {
  const { inFlight } = await killWhileWriting({ world, draw });
  // Never both at once: that is a broken disk, not a kill.
  const wanted = draw.pick(['primary', 'mirror'] as const);
  const store = world.folderOf(wanted) === undefined ? 'primary' : wanted;
  const log = newestLog(world.folderOf(store));
  if (log === undefined) throw new Error(`The ${store} has no log to tear.`);
  const done = tearLog(log, draw.pick(['cut', 'half'] as const), draw);

  const looks = [await world.open()];
  for (let session = 0; session < 2; session += 1) {
    const writing = world.write();
    await pause(draw.whole(100, 400));
    await writing.finish();
    await (draw.chance(0.5) ? world.close() : world.kill());
    looks.push(await world.open());
  }
  const broken = (await mirrorIsWhole(world.session)) ? [] : ['the second copy was not made whole'];
  return { detail: `${store}: ${done}`, kills: 1, inFlight, looks, broken };
}
