import { pause } from './evaluate';
import type { Chromium } from './start';
import { quiet, renderers, stopWorkers, workerOf } from './targets';
import { type Opening, type Painted, timePopup } from './time-popup';

/** How long a process that was about to start takes to appear, in milliseconds. */
const SETTLE_MS = 1500;

/**
 * Prepares the browser for openings of these extensions in one state, and gives the function that makes one. Warm: the
 * worker runs, and every popup was open before. Cold: no worker runs and no process of an extension is left.
 */
export async function opener(
  chromium: Chromium,
  names: readonly string[],
  { state }: Pick<Opening, 'state'>,
): Promise<(opening: Opening) => Promise<Painted>> {
  if (state === 'warm') {
    // The debugger's hold keeps a worker from going to sleep between two rounds.
    for (const name of names) await workerOf(chromium, name);
    await quiet(chromium);
    const opened = new Set<string>();
    return async (opening) => {
      const id = `${opening.name} ${opening.as}`;
      if (!opened.has(id)) await timePopup(chromium, opening);
      opened.add(id);
      await pause(100);
      return timePopup(chromium, opening);
    };
  }
  await chromium.tab.send('ServiceWorker.stopAllWorkers');
  await pause(SETTLE_MS);
  const floor = await renderers(chromium);
  return async (opening) => {
    await stopWorkers(chromium, floor);
    await pause(300);
    return timePopup(chromium, opening);
  };
}
