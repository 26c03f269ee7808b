import type { Handoff } from './finish-passes';
import { incidenceCurve } from './incidence-curve';
import type { Whole } from './measures-of';
import { passColumns, type PassColumns } from './pass-columns';
import type { Setting } from './setting';
import { wholeOf } from './whole-of';

/** Passes ready to be measured, with what each choice of them is compared with. */
export interface ScoredPasses {
  /** By date; beside the rows of the columns. */
  readonly handoffs: readonly Handoff[];
  readonly columns: PassColumns;
  readonly whole: Whole;
}

/** What each pass says of each share, and how long decisions take: once for all choices of them. */
export function scorePasses(
  handoffs: readonly Handoff[],
  setting: Setting,
  columns: PassColumns = passColumns(handoffs, setting),
): ScoredPasses {
  const { asOf, decideWithinMs } = setting;
  const all = wholeOf(columns);
  return {
    handoffs,
    columns,
    whole: {
      asOf,
      decideWithinMs,
      acceptance: incidenceCurve(all, 'decision'),
      stageTwo: incidenceCurve(all, 'stageTwo'),
    },
  };
}
