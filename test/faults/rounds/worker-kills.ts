import { pause } from '../pause';
import type { Outcome, Trial } from './round';

/** Ends the service worker so many times at random moments while batches are under way; the browser lives on. */
export async function workerKillsRound({ world, draw }: Trial, kills: number): Promise<Outcome> {
  const writing = world.write();
  let inFlight = 0;
  for (let nth = 0; nth < kills; nth += 1) {
    await pause(draw.whole(10, 350));
    if (world.ledger.pending.some(({ kind }) => kind === 'reads')) inFlight += 1;
    await world.session.killWorker();
  }
  await writing.finish();
  return { detail: `${kills} kills`, kills, inFlight, looks: [await world.look()] };
}
