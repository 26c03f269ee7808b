import { ratioOfSums } from '../../stats/ratio-of-sums';
import { wilson } from '../../stats/wilson';
import { Z80 } from '../../stats/z80';
import { keptAccounts } from './kept-accounts';
import type { RecurringMove } from './recurring-move';

/** A share with its interval, which holds it 8 times in 10, or why there is none. */
export type Measured =
  | {
      readonly kind: 'measured';
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly n: number;
    }
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number };

export interface Retention {
  /** Net revenue retention of the accounts that were there at the start: may be above 1. */
  readonly net: Measured;
  /** Share of those accounts that have nothing at the end. */
  readonly logoChurn: Measured;
}

/** Fewer accounts than this at the start are no ground for a share. No part in a forecast. */
const NEED = 10;

/** How much of their revenue is left of the accounts of a day by another, and how many are gone: see {@link keptAccounts}. */
export function retention(
  moves: readonly RecurringMove[],
  { start, end }: { readonly start: string; readonly end: string },
): Retention {
  const { before, after, lost } = keptAccounts(moves, { start, end });
  const n = before.length;
  const ratio = ratioOfSums(after, before);
  if (n < NEED || ratio === undefined) {
    const none = { kind: 'too-few', have: n, need: NEED } as const;
    return { net: none, logoChurn: none };
  }
  return {
    net: {
      kind: 'measured',
      value: ratio.value,
      low: Math.max(0, ratio.value - Z80 * ratio.error),
      high: ratio.value + Z80 * ratio.error,
      n,
    },
    logoChurn: { kind: 'measured', value: lost / n, ...wilson(lost, n, Z80), n },
  };
}
