import { damages, type Recipe } from '../damage';
import { filesOf } from '../stores';
import type { World } from '../world';
import { type Outcome, pause, type Trial } from './round';

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
  await (draw.chance(0.5) ? world.close() : world.kill());
  const folder = world.folderOf(recipe.store);
  if (folder === undefined || !damages[recipe.what](folder, draw))
    return { detail, looks: [await world.open()], skipped: 'there is no such file' };

  const looks = [await world.open()];
  const writing = world.write();
  await pause(draw.whole(100, 400));
  await writing.finish();
  await (draw.chance(0.5) ? world.close() : world.kill());
  looks.push(await world.open());
  return { detail, looks };
}

async function writeUntil(world: World, isEnough: () => boolean): Promise<void> {
  const writing = world.write();
  await pause(300);
  const until = performance.now() + patienceMs;
  while (!isEnough() && performance.now() < until) await pause(100);
  await writing.finish();
}
