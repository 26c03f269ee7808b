import { compareInstants } from '../../calendar/compare-instants';
import { dayNumber } from '../../calendar/day-number';
import type { Deal, DealChange } from '../../deal/deal';

/** How long won deals stayed in their stages, in the making. */
export interface UsualStays {
  readonly add: (deal: Deal, own: readonly DealChange[]) => void;
  /** Days within which nine of ten had left the stage; `undefined` where fewer than ten did. */
  readonly limitOf: (stage: string | null | undefined) => number | undefined;
}

/** Fewer won deals tell nothing of how long a stay usually is. No part in a forecast. */
const least = 10;

/** Gathers the stays of won deals, each from one change of stage (or its creation) to the next. */
export function usualStays(): UsualStays {
  const stays = new Map<string, number[]>();
  const limits = new Map<string, number | undefined>();
  return {
    add: (deal, own) => {
      let since = typeof deal.createdOn === 'string' ? dayNumber(deal.createdOn) : undefined;
      for (const { from, at } of own
        .filter(({ field }) => field === 'stage')
        .toSorted((a, b) => compareInstants(a.at, b.at))) {
        const day = dayNumber(at);
        if (typeof from === 'string' && since !== undefined && day !== undefined) {
          const all = stays.get(from) ?? [];
          all.push(Math.max(0, day - since));
          stays.set(from, all);
        }
        since = day;
      }
    },
    limitOf: (stage) => {
      if (typeof stage !== 'string') return undefined;
      if (!limits.has(stage)) limits.set(stage, ninthTenth(stays.get(stage) ?? []));
      return limits.get(stage);
    },
  };
}

function ninthTenth(days: readonly number[]): number | undefined {
  if (days.length < least) return undefined;
  return days.toSorted((a, b) => a - b)[Math.ceil(0.9 * days.length) - 1];
}
