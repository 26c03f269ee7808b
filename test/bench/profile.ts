import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from './browser/start';
import { quiet } from './browser/targets';
import { type Builds, digestOf, PRODUCT } from './build';
import { copiesOf, type CopiesOptions } from './copies';
import { fillStores } from './data/fill';

const CACHE = join(tmpdir(), 'stafet-bench');
/** Filled profiles that are kept: one takes over a hundred megabytes. */
const KEPT = 3;
const HOUR = 3_600_000;
/** What decides what is in a store. */
const FILLED_BY = [...PRODUCT, 'test/bench/baseline', 'test/bench/data', 'test/demo'];

export interface ProfileOptions extends CopiesOptions {
  readonly builds: Builds;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Port at which the empty page is served. */
  readonly port: number;
  /** True fills the stores again, whatever was kept. */
  readonly fresh: boolean;
  readonly say: (text: string) => void;
}

/**
 * A folder with a browser profile whose stores are filled, for one run: a copy, so that a run leaves no trace in the
 * next. What it is copied from is kept in the system's temporary folder, for this build, these data and this day.
 */
export async function filledProfile(options: ProfileOptions): Promise<string> {
  const kept = join(CACHE, nameOf(options));
  if (options.fresh) rmSync(kept, { recursive: true, force: true });
  if (!existsSync(kept)) await fill(kept, options);
  utimesSync(kept, new Date(), new Date());
  forgetOld(kept);
  const home = mkdtempSync(join(CACHE, 'run-'));
  cpSync(join(kept, 'profile'), join(home, 'profile'), { recursive: true, verbatimSymlinks: true });
  return home;
}

function nameOf({ sizes, selfTest, today }: ProfileOptions): string {
  const all = JSON.stringify([digestOf(FILLED_BY), sizes, selfTest, today]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}

async function fill(kept: string, options: ProfileOptions): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const home = mkdtempSync(join(CACHE, 'filling-'));
  try {
    const chromium = await startChromium({
      home,
      extensions: copiesOf(options.builds, options),
      port: options.port,
    });
    try {
      await fillStores(chromium, options);
      // The worker still derives what it keeps beside the deals.
      await quiet(chromium);
    } finally {
      await chromium.close();
    }
    // Another run may have been first; its profile is as good.
    if (!existsSync(kept)) renameSync(home, kept);
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Takes away all profiles but the last few, and what killed runs have left. */
function forgetOld(used: string): void {
  const others = readdirSync(CACHE)
    .map((name) => ({ name, path: join(CACHE, name), at: statSync(join(CACHE, name)).mtimeMs }))
    .filter(({ path }) => path !== used);
  const isOfOneRun = ({ name }: { name: string }) => /^(?:run|filling)-/.test(name);
  // No run takes so long.
  const left = others.filter((one) => isOfOneRun(one) && Date.now() - one.at > 12 * HOUR);
  const kept = others.filter((one) => !isOfOneRun(one)).toSorted((a, b) => b.at - a.at);
  // One that was used just now is being copied by another run, perhaps.
  const old = kept.slice(KEPT - 1).filter(({ at }) => Date.now() - at > HOUR);
  for (const { path } of [...left, ...old]) rmSync(path, { recursive: true, force: true });
}
