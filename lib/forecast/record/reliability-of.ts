import { wilson } from '../../stats/wilson';
import { Z80 } from '../../stats/z80';
import type { ReliabilityBin } from './record-score';

interface Case {
  readonly chance: number;
  readonly happened: boolean;
}

/** Fewer in a bin say nothing; more than ten bins are no easier to read. No part in a forecast. */
const [LEAST, MOST_BINS] = [8, 10];

/**
 * Chances against what happened, from the lowest chances up, in bins of as many cases each as can be: tenths where there
 * are 80 and more, fewer bins where there are fewer, so that each has at least eight.
 */
export function reliabilityOf(cases: readonly Case[]): readonly ReliabilityBin[] {
  const bins = Math.min(MOST_BINS, Math.floor(cases.length / LEAST));
  const sorted = [...cases].sort((a, b) => a.chance - b.chance || Number(a.happened) - Number(b.happened));
  return Array.from({ length: bins }, (_, bin) => {
    const own = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    const hits = own.filter(({ happened }) => happened).length;
    return {
      n: own.length,
      chance: own.reduce((sum, { chance }) => sum + chance, 0) / own.length,
      happened: { value: hits / own.length, ...wilson(hits, own.length, Z80) },
    };
  });
}
