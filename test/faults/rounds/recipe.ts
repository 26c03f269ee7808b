import { damages, type Recipe } from '../damage';
import { mirrorIsWhole } from '../mirror-state';
import { filesOf } from '../stores';
import type { World } from '../world';
import { killWhileWriting } from './kill';
import { pause } from '../pause';
import type { Outcome, Trial } from './round';

/** How long a round writes at most until the store has every kind of file that can be damaged. */
const patienceMs = 20_000;

/** Damages a store between two sessions, and looks at what two further sessions make of it. */
export async function recipeRound({ world, draw }: Trial, recipe: Recipe): Promise<Outcome> {
  const detail = `${recipe.store}: ${recipe.what}`;
  // A store that is all log is another case than one with tables on disk: the log alone can be read again from nothing.
  await writeUntil(world, () => {
    const folder = world.folderOf(recipe.store);
    return folder === undefined || recipe.store === 'local' || filesOf(folder, '.ldb').length > 0;
  });
  // A store that is damaged after a kill is another case again: what is noted beside it lags behind.
  if (draw.chance(0.5)) await world.close();
  else await killWhileWriting({ world, draw });
  const folder = world.folderOf(recipe.store);
  if (folder === undefined || !damages[recipe.what](folder, draw))
    return { detail, looks: [await world.open()], skipped: 'there is no such file' };

  const looks = [await world.open()];
  const writing = world.write();
  await pause(draw.whole(100, 400));
  await writing.finish();
  await (draw.chance(0.5) ? world.close() : world.kill());
  looks.push(await world.open());
  const broken = (await mirrorIsWhole(world.session)) ? [] : ['the second copy was not made whole'];
  return { detail, looks, broken };
}

async function writeUntil(world: World, isEnough: () => boolean): Promise<void> {
  const writing = world.write();
  await pause(300);
  const until = performance.now() + patienceMs;
  while (!isEnough() && performance.now() < until) await pause(100);
  await writing.finish();
}
