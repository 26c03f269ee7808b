import type { WhatIf } from './what-if';

/** Supposes nothing: the landing is the forecast. */
export const NO_WHAT_IF: WhatIf = {
  winRate: 1,
  cycle: 1,
  dealSize: 1,
  newPipeline: 1,
  churn: 1,
  deals: new Map(),
};
