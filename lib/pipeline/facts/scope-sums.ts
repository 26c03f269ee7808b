import type { PastPoint } from '../coverage/coverage-required';
import type { FactSum, PipelineFacts } from './facts';
import { scopePoints } from './scope-points';

/** What is gathered by owner of one scope, in minor units of the reporting currency: no deal is looked at for it. */
export interface ScopeSums {
  readonly open: FactSum;
  readonly won: FactSum;
  readonly points: readonly PastPoint[];
}

/** @param members Owners of the scope; `undefined`: everybody, and deals of nobody. */
export function scopeSums(facts: PipelineFacts, members: ReadonlySet<string> | undefined): ScopeSums {
  const isIn = (owner: string) => members === undefined || members.has(owner);
  return {
    open: sumOf(facts.open, isIn),
    won: sumOf(facts.wonNow, isIn),
    points: scopePoints(facts, isIn),
  };
}

function sumOf(sums: PipelineFacts['open'], isIn: (owner: string) => boolean): FactSum {
  const total = { minor: 0, n: 0, withoutAmount: 0, apart: 0 };
  for (const [owner, sum] of sums) {
    if (!isIn(owner)) continue;
    total.minor += sum.minor;
    total.n += sum.n;
    total.withoutAmount += sum.withoutAmount;
    total.apart += sum.apart;
  }
  return total;
}
