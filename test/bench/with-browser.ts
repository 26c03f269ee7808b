import { rmSync } from 'node:fs';
import { startChromium } from './browser/start';
import { quiet } from './browser/targets';
import type { Builds } from './build';
import { copiesOf, type CopiesOptions, oursAt, slowAt } from './copies';
import type { Bench } from './measures/measure';
import { filledProfile } from './profile';
import { serveEmptyPage } from './serve';

export interface BrowserOptions extends CopiesOptions {
  readonly pairs: number;
  /** Fills the stores again, whatever an earlier run has kept. */
  readonly fresh: boolean;
  readonly say: (text: string) => void;
}

/** Does work in a browser that holds every extension with its store filled, and is at rest. */
export async function withBrowser<T>(
  builds: Builds,
  options: BrowserOptions,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const { sizes, pairs, selfTest, say } = options;
  const served = await serveEmptyPage();
  // The day of this machine, as the extension's pages have it.
  const today = new Date().toLocaleDateString('sv');
  const { port } = served;
  let home: string | undefined;
  try {
    home = await filledProfile({ ...options, builds, today, port });
    const chromium = await startChromium({ home, extensions: copiesOf(builds, options), port });
    try {
      say('Waiting until the browser is at rest …');
      await quiet(chromium);
      return await work({ chromium, sizes, pairs, say, subjectAt: selfTest ? slowAt : oursAt });
    } finally {
      await chromium.close();
    }
  } finally {
    await served.close();
    if (home !== undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
