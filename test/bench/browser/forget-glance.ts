import { evaluate } from './evaluate';
import type { Chromium } from './start';
import { quiet, workerOf } from './targets';

/** Takes Stafet's stored glance away: its next popup has to compute. The next write brings it back. */
export async function forgetGlance(chromium: Chromium, name: string): Promise<void> {
  const worker = await workerOf(chromium, name);
  await quiet(chromium);
  await evaluate(worker, `chrome.storage.local.remove('glance')`);
}
