import { dayNumber } from '../calendar/day-number';
import { compareTexts } from '../deal/compare-texts';
import type { DealInput } from './request';

/** From a day on, this was the day on which the deal was expected to close; `undefined` where none was set. */
export interface CloseDate {
  readonly from: number;
  readonly day: number | undefined;
}

interface Life {
  readonly created: number;
  readonly asOf: number;
}

/**
 * A deal's expected close date over time, from its changes before `asOf`. Of several changes on one day the last counts.
 * A deal whose date was never changed had it from the start.
 */
export function closeDatesOf(deal: DealInput, { created, asOf }: Life): readonly CloseDate[] {
  const changes = deal.history
    .flatMap(({ at, field, from, to }) => {
      const day = dayNumber(at);
      return field !== 'expectedCloseDate' || day === undefined || day >= asOf ? [] : [{ at, day, from, to }];
    })
    .sort((x, y) => x.day - y.day || compareTexts(x.at, y.at));
  const [first] = changes;
  if (first === undefined) return [{ from: created, day: dayOf(deal.expectedCloseDate) }];
  const dates: CloseDate[] = [{ from: created, day: dayOf(first.from) }];
  for (const { day, to } of changes) {
    if (dates.at(-1)?.from === day) dates.pop();
    dates.push({ from: Math.max(day, created), day: dayOf(to) });
  }
  return dates;
}

function dayOf(text: unknown): number | undefined {
  return typeof text === 'string' ? dayNumber(text) : undefined;
}
