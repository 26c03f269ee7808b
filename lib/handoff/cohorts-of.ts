import { foundOn, type Found, type Passes } from './found-on';
import { isChosen, type PassFilter } from './is-chosen';
import { isYoung } from './is-young';
import { monthsUpTo } from './leads/months-up-to';
import type { DaySpan } from './leads/of-span';
import { measuresOf, type Measures } from './measures-of';
import type { Part } from './part';
import { partOf } from './part-of';
import { rowsOfDays } from './rows-of-days';
import { split } from './split';
import { sumsOf } from './sums-of';
import { without } from './without';

/** Passes of one month. */
export interface Cohort {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Its last pass is not yet as old as a decision may take. */
  readonly maturing: boolean;
  readonly measures: Measures;
}

interface Month extends DaySpan {
  /** By the rules that hold at its end. */
  readonly found: Found;
}

/** The twelve months up to that of the last day, from the first one that has passes. */
export function cohortsOf(
  passes: Passes,
  { filter, lastDay }: { readonly filter: PassFilter; readonly lastDay: string },
): readonly Cohort[] {
  const months = monthsUpTo(lastDay).map(({ span }): Month => {
    const closing = Temporal.PlainDate.from(span.end).subtract({ days: 1 }).toString();
    return { ...span, found: foundOn(passes, closing < passes.today ? closing : passes.today) };
  });
  const all = [...new Set(months.map(({ found }) => found.scored))].flatMap((scored) => {
    const own = months.filter(({ found }) => found.scored === scored);
    return monthParts(own, scored.columns, filter).map((part, nth) => ({
      month: own[nth]?.start.slice(0, 7) ?? '',
      part,
      whole: scored.whole,
    }));
  });
  const total = sumsOf(...all.map(({ part }) => part));
  const first = all.findIndex(({ part: { from, to } }) => to > from);
  return (first < 0 ? [] : all.slice(first)).map(({ month, part, whole }) => {
    const own = sumsOf(part);
    return {
      month,
      maturing: isYoung(part, whole.decideWithinMs, whole.asOf),
      measures: measuresOf(part, { own, others: without(total, own) }, whole),
    };
  });
}

/** The passes of each of some months: of one version of the rules they are dealt out together. */
function monthParts(months: readonly Month[], columns: Part['columns'], filter: PassFilter): readonly Part[] {
  const isLetIn = isChosen(columns, filter);
  const isIn = new Uint8Array(columns.size);
  const key = new Int32Array(columns.size).fill(-1);
  for (const [nth, { start, end, found }] of months.entries()) {
    const [from, to] = rowsOfDays(columns, { start, end, zone: found.rules.calendar.timeZone });
    for (let row = from; row < to; row += 1) if (isLetIn(row)) [isIn[row], key[row]] = [1, nth];
  }
  return split(partOf(columns, isIn), [key], months.length);
}
