import { dayNumber } from '../../calendar/day-number';
import type { ChangeValue, DealChange, Outcome } from '../../deal/deal';
import { LOST, OPEN, WON } from '../book';
import type { Dated } from './past-deal';

interface Now {
  readonly created: number;
  readonly outcome: Outcome;
  /** The day on which it closed, where it is closed. */
  readonly closedDay: number | undefined;
}

/**
 * What had become of a deal, day by day: open from its creation on; a deal that was closed, opened again and closed is in
 * it with each. Its present closing is of the day that the CRM states, an earlier one of the day on which it was seen.
 *
 * @param rows Changes of the deal, in order of time.
 */
export function outcomesOf(
  rows: readonly Pick<DealChange, 'field' | 'from' | 'to' | 'at' | 'notBefore'>[],
  { created, outcome, closedDay }: Now,
): readonly Dated<number>[] {
  const steps: Dated<number>[] = [{ from: created, value: OPEN }];
  const put = (day: number, value: number): void => {
    const from = Math.max(day, created);
    while ((steps.at(-1)?.from ?? -1) >= from && steps.length > 1) steps.pop();
    if (steps.at(-1)?.value !== value) steps.push({ from, value });
  };
  let isFirst = true;
  for (const { field, from, to, at, notBefore } of rows) {
    if (field !== 'outcome') continue;
    const before = codeOf(from);
    // It was closed when it was first seen: since when, nothing tells.
    if (isFirst && before !== OPEN) put(dayNumber(notBefore) ?? created, before);
    isFirst = false;
    put(dayNumber(at) ?? created, codeOf(to));
  }
  if (outcome === 'open') {
    if (steps.at(-1)?.value !== OPEN) steps.pop();
    return steps;
  }
  // The present closing takes the place of the day on which it was seen, whatever is said of days after it.
  if (steps.at(-1)?.value === codeOf(outcome)) steps.pop();
  put(closedDay ?? created, codeOf(outcome));
  return steps;
}

function codeOf(outcome: ChangeValue): number {
  return outcome === 'won' ? WON : outcome === 'lost' ? LOST : OPEN;
}
