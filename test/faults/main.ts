import { type CrmPage, serveCrmPage } from './crm-page';
import type { Amounts } from './plan';
import { pause } from './pause';
import { runSide } from './run-side';
import { canBeTamperedWith, selfTest } from './self-test';
import { isSound, type RoundLine, sumsOf } from './tally';
import { World } from './world';

export interface FaultsOptions {
  /** Folder of the built extension. */
  readonly guarded: string;
  /** The same without its guards. */
  readonly control: string;
  readonly amounts: Amounts;
  /** What the control does; `undefined`: it is left out. */
  readonly controlAmounts: Amounts | undefined;
  readonly seed: number;
  readonly keep: boolean;
}

/**
 * Runs the faults, first on the extension and then on the one without guards. Standard output is JSON lines: one a
 * round, and the sums last. @returns True where nothing that was acknowledged is lost, and no promise broken.
 */
export async function runFaults(options: FaultsOptions): Promise<boolean> {
  const { guarded, control, amounts, controlAmounts, seed, keep } = options;
  const page = await serveCrmPage();
  try {
    const doubt = await proveComparison(guarded, page, seed);
    if (doubt !== undefined) {
      say(`✗ The comparison cannot be trusted: ${doubt}`);
      return false;
    }
    say(
      '✓ The comparison finds a deal, a change and a rate that are taken away, and a deal that is put back.',
    );
    const side = { page, seed, keep, say, onRound: (line: RoundLine) => (print(line), say(wordsOf(line))) };
    const lines = await runSide({ ...side, side: 'guarded', build: guarded, amounts });
    const beside =
      controlAmounts === undefined
        ? []
        : await runSide({ ...side, side: 'control', build: control, amounts: controlAmounts });
    const sums = sumsOf(lines);
    print({ ...sums, control: controlAmounts === undefined ? null : sumsOf(beside), seed });
    return lines.every(isSound) && sums.rounds > 0;
  } finally {
    await page.close();
  }
}

async function proveComparison(build: string, page: CrmPage, seed: number): Promise<string | undefined> {
  const world = new World({ build, page, seed });
  try {
    await world.open();
    const writing = world.write();
    for (let waited = 0; waited < 20_000 && !canBeTamperedWith(world); waited += 100) await pause(100);
    await writing.finish();
    return await selfTest(world);
  } finally {
    await world.end();
  }
}

function wordsOf(line: RoundLine): string {
  const { side, round, fault, detail, skipped, acknowledged, lost, partial, wrong, restored, seconds } = line;
  const mark = skipped !== undefined ? '–' : isSound(line) ? '✓' : '✗';
  const found = [
    `${acknowledged} acknowledged`,
    ...(lost > 0 ? [`${lost} LOST`] : []),
    ...(partial > 0 ? [`${partial} partial`] : []),
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(restored > 0 ? [`${restored} restored`] : []),
    ...(line.broken ?? []),
    ...(skipped === undefined ? [] : [`skipped: ${skipped}`]),
  ];
  return `${mark} ${side} ${round} ${fault} (${detail}): ${found.join(', ')}, ${seconds} s`;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
