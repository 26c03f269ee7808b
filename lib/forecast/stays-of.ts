import { dayNumber } from '../calendar/day-number';
import { compareTexts } from '../deal/compare-texts';
import type { DealInput } from './request';

export interface Stay {
  readonly stage: string;
  /** Day on which the deal came into the stage. */
  readonly from: number;
}

interface Life {
  readonly created: number;
  /** Day of the closing, or of the forecast. */
  readonly end: number;
  readonly asOf: number;
}

/** Stands for a stage of which nothing is known. */
const NO_STAGE = '';

/**
 * The stages a deal was in at the midnights of its life, in order. Of several moves on one day the last one counts;
 * moves on the day of `end` (the closing, or the day of the forecast) or later are left out, and one that led back to
 * the same stage is none.
 *
 * Without history the deal has one stay, from `stageSince` where that is known of an open deal: the way there is not.
 */
export function staysOf(deal: DealInput, { created, end, asOf }: Life): readonly Stay[] {
  const known = deal.history
    .flatMap(({ at, field, from, to }) => {
      const day = dayNumber(at);
      if (field !== 'stage' || day === undefined || day >= asOf) return [];
      return { at, from: from ?? to, day: Math.max(day, created), to };
    })
    .sort((x, y) => x.day - y.day || compareTexts(x.at, y.at));
  const [first] = known;
  if (first === undefined) {
    const since = deal.status === 'open' && deal.stageSince !== null ? dayNumber(deal.stageSince) : undefined;
    const from = since === undefined || since >= end ? created : Math.max(since, created);
    return [{ stage: deal.stage ?? NO_STAGE, from }];
  }
  const stays: Stay[] = [];
  const moves = known.filter(({ day }) => day < end).map(({ to, day }) => ({ to, from: day }));
  for (const { to, from } of [{ to: first.from, from: created }, ...moves]) {
    const stage = typeof to === 'string' ? to : NO_STAGE;
    if (stays.at(-1)?.from === from) stays.pop();
    if (stays.at(-1)?.stage !== stage) stays.push({ stage, from });
  }
  return stays;
}
