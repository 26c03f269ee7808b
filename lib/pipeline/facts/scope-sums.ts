import type { PastPoint } from '../coverage/coverage-required';
import type { ScopeRule } from '../scope/scope-rule';
import type { FactSum, PipelineFacts } from './facts';
import { groupsOfRule } from './groups-of-rule';
import { scopePoints } from './scope-points';

/** What is gathered by group of one scope, in minor units of the reporting currency: no deal is looked at for it. */
export interface ScopeSums {
  readonly open: FactSum;
  readonly won: FactSum;
  readonly points: readonly PastPoint[];
}

/** Adds up the groups of one scope. */
export function scopeSums(facts: PipelineFacts, rule: ScopeRule): ScopeSums {
  return {
    open: sumOf(facts.open, rule),
    won: sumOf(facts.wonNow, rule),
    points: scopePoints(facts, rule),
  };
}

function sumOf(sums: PipelineFacts['open'], rule: ScopeRule): FactSum {
  const total = { minor: 0, n: 0, withoutAmount: 0, apart: 0 };
  for (const sum of groupsOfRule(sums, rule)) {
    total.minor += sum.minor;
    total.n += sum.n;
    total.withoutAmount += sum.withoutAmount;
    total.apart += sum.apart;
  }
  return total;
}
