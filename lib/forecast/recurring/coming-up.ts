import { minorOf } from './minor-of';
import type { OpenRecurring } from './recurring-book';
import type { Group } from './renewal-group';

/** Revenue that ends together, with the deal to come that would renew it. */
export interface ComingUp {
  /** By the year, in minor units. */
  readonly minor: number;
  /** First day on which it is no longer in force unless it is renewed; `null`: it has no end. */
  readonly endOn: string | null;
  /** Number of the last day on which a renewal still goes on with it; `undefined`: it has no end. */
  readonly graceUntil: number | undefined;
  readonly renewal: OpenRecurring | undefined;
  /** Whether it has ended, and is no longer part of what there is: renewed in its days of grace, it has gone on. */
  readonly isOver: boolean;
}

/**
 * All revenue that is in force, from what is left of the contracts of each group, and what has ended and has a renewal to
 * come in its days of grace. Of several deals to come in the place of
 * one contract each has its own part of it, the last one what the others leave.
 */
export function comingUp(left: ReadonlyMap<Group, number>): readonly ComingUp[] {
  return [...left].flatMap(([{ contracts, renewals }, all]): readonly ComingUp[] => {
    const [first] = contracts;
    if (first === undefined) return [];
    const isOver = all === 0;
    const term = { endOn: first.deal.endOn, graceUntil: first.window?.until, isOver };
    const toCome = renewals.flatMap(({ deal }) => ('closedOn' in deal ? [] : [deal]));
    if (toCome.length === 0) return isOver ? [] : [{ ...term, minor: all, renewal: undefined }];
    let rest = isOver ? minorOf(contracts) : all;
    return toCome.map((renewal, nth) => {
      const minor = nth === toCome.length - 1 ? rest : Math.min(rest, renewal.annualMinor);
      rest -= minor;
      return { ...term, minor, renewal };
    });
  });
}
