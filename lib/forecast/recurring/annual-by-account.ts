import type { RecurringMove } from './recurring-move';
import { SIGN } from './sign';

/** Recurring revenue of each account at the beginning of a day, `YYYY-MM-DD`, by the year in minor units. */
export function annualByAccount(moves: readonly RecurringMove[], day: string): ReadonlyMap<string, number> {
  const annual = new Map<string, number>();
  for (const { account, on, flow, minor } of moves)
    if (on < day) annual.set(account, (annual.get(account) ?? 0) + SIGN[flow] * minor);
  return annual;
}
