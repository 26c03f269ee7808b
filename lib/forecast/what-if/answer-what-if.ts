import type { PeriodForecast } from '../answer';
import { landPeriod } from '../land-period';
import type { WhatIf } from './what-if';
import { suppose } from './suppose';
import type { WhatIfGround } from './what-if-ground';

/** What a period would land at. Money is in the unit of the forecast. */
export interface WhatIfLanding {
  /** Everything in it, what is taken as won too; `wonToDate` is what is won indeed. */
  readonly forecast: PeriodForecast;
  /** What the deals that are taken as won bring. */
  readonly takenAsWon: number;
  /** Row of the one deal that decides what is to come. */
  readonly deciding: number | undefined;
  /** Of each open deal: chance to be won inside the period, 1 where it is taken as won, and what a win brings. */
  readonly chances: Float64Array;
  readonly values: Float64Array;
  /** The chances by the level that the past asks for. */
  readonly raised: Float64Array;
  /** Wins to expect of deals that are not created yet. */
  readonly newWins: number;
  /** The same with those of deals that were not read, by the level that the past asks for. */
  readonly others: number;
}

/**
 * The landing under suppositions. What was learned stays as it was, the level that the past asks for and its spread too:
 * only hazards, amounts and creation are multiplied, and single deals are taken otherwise. Where nothing is supposed it is
 * the forecast, to the last digit. Deals that are no longer open are passed over.
 */
export function answerWhatIf(kept: WhatIfGround, asked: WhatIf): WhatIfLanding {
  const { span, taken, certain, openMean, raised } = suppose(kept, asked);
  const landed = landPeriod(kept.ground, span, { certain, size: asked.dealSize, openMean });
  const { chances, values, newWins } = span;
  for (const at of taken) chances[at] = 1;
  return { ...landed, takenAsWon: certain, chances, values, raised, newWins };
}
