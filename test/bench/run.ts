import { say, Sorry } from '../tools/run.mjs';
import { buildBoth } from './build';
import type { Size } from './copies';
import { measures } from './measures/all';
import type { Bench, Measure } from './measures/measure';
import { failedRow, type Row } from './row';
import { withBrowser } from './with-browser';

export interface RunOptions {
  /** Names of measures; absent: all. */
  readonly only?: readonly string[];
  /** Fewer pairs, and no store above 10,000 deals. */
  readonly quick: boolean;
  /** Fills the stores again, whatever an earlier run has kept. */
  readonly fresh: boolean;
  /** Measures a slow popup in the place of Stafet: every budget must then be seen to break. */
  readonly selfTest: boolean;
}

interface Scale {
  readonly sizes: readonly Size[];
  readonly pairs: number;
}

const FULL: Scale = { sizes: ['1k', '10k', '100k'], pairs: 9 };
const QUICK: Scale = { sizes: ['1k', '10k'], pairs: 3 };
/** What that popup can do in Stafet's place. */
const SUBSTITUTABLE: readonly string[] = ['popup', 'records'];

/** Measures, and hands on each row as soon as it is known. A measure that fails is a row that is not ok. */
export async function runBench(options: RunOptions, onRow: (row: Row) => void): Promise<readonly Row[]> {
  const chosen = chosenMeasures(options);
  const builds = await buildBoth(say);
  const rows: Row[] = [];
  const take = async ({ name }: Measure, run: () => Promise<readonly Row[]>): Promise<void> => {
    const more = await run().catch((error: unknown) => {
      say(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return [failedRow(name)];
    });
    rows.push(...more);
    for (const row of more) onRow(row);
  };
  const alone = { quick: options.quick, say };
  for (const measure of chosen) if (measure.in === 'nothing') await take(measure, () => measure.run(alone));
  const rest = chosen.filter((measure) => measure.in === 'browser');
  if (rest.length > 0) {
    const scale = options.quick || options.selfTest ? QUICK : FULL;
    await withBrowser(builds, { ...scale, ...options, say }, async (bench: Bench) => {
      for (const measure of rest) await take(measure, () => measure.run(bench));
    });
  }
  return rows;
}

function chosenMeasures({ only, selfTest }: RunOptions): readonly Measure[] {
  const names = measures.map(({ name }) => name);
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new Sorry(`No measure is called ${unknown.join(' or ')}. There are: ${names.join(', ')}.`);
  return measures.filter(
    ({ name }) => (only?.includes(name) ?? true) && (!selfTest || SUBSTITUTABLE.includes(name)),
  );
}
