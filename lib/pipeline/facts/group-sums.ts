import type { SegmentField, Segments } from '../scope/segments';
import type { ByGroup } from './by-group';
import type { FactSum } from './facts';
import { groupsInMaking } from './groups-in-making';

/** Sums by owner and segment in the making. */
export interface GroupSums {
  /** @param minor `undefined`: `isPriced` says whether there is no amount, or no rate. */
  readonly add: (deal: {
    readonly owner: string | undefined;
    readonly segments: Segments;
    readonly minor: number | undefined;
    readonly isPriced: boolean;
  }) => void;
  /** @param tooMany See `PipelineFacts`. */
  readonly result: (tooMany: readonly SegmentField[]) => ByGroup<FactSum>;
}

/** Adds amounts by group and counts what it could not add; what would carry a sum beyond exact integers is not added. */
export function groupSums(): GroupSums {
  const sums = groupsInMaking(() => ({ minor: 0, n: 0, withoutAmount: 0, apart: 0 }));
  return {
    add: ({ owner, segments, minor, isPriced }) =>
      sums.each(owner, segments, (sum) => {
        if (minor === undefined && isPriced) sum.apart += 1;
        else if (minor === undefined || !Number.isSafeInteger(sum.minor + minor)) sum.withoutAmount += 1;
        else {
          sum.minor += minor;
          sum.n += 1;
        }
      }),
    result: (tooMany) => sums.result((sum) => sum, tooMany),
  };
}
