import { closingDay, type ClosingDay } from '../../deal/closing-day';
import type { Outcome } from '../../deal/deal';
import { outcomes, type Chunk, type Columns } from '../columns/columns';
import { dayAt } from '../columns/day-at';
import { dayNumber } from '../columns/day-number';
import { dayText } from '../columns/day-text';
import { pricedSlots, type PricedSlot } from '../columns/priced-slots';
import type { Valuation } from './deal-list';

/** How a deal's amount stands to the reporting currency's sum. */
export type SlotValue =
  | { readonly kind: 'sum'; readonly minor: number }
  | { readonly kind: 'apart' | 'no-amount' };

/** What lists ask of a row. Days are numbers as `dayNumber` writes them. */
export interface SlotFacts {
  readonly outcomeOf: (chunk: Chunk, at: number) => Outcome | undefined;
  readonly closedOf: (chunk: Chunk, at: number) => ClosingDay<number> | undefined;
  /** The day that places a deal in a period: when it closed, or when it is expected to. */
  readonly dayOf: (chunk: Chunk, at: number) => number | undefined;
  readonly pricedOf: (chunk: Chunk, at: number) => PricedSlot;
  /** The day whose rate converts it, `YYYY-MM-DD`: its closing day where it is closed, else today. */
  readonly rateDayOf: (chunk: Chunk, at: number) => string;
  readonly valueOf: (chunk: Chunk, at: number) => SlotValue;
}

/** How to read rows of the columns by the rules of the popup's sums. */
export function slotFacts(columns: Columns, { currency, convert, today }: Valuation): SlotFacts {
  const now = dayNumber(today);
  const pricedOf = pricedSlots(columns);
  const outcomeOf = (chunk: Chunk, at: number) => outcomes[(chunk.flags[at] ?? 0) & 3];
  const closedOf = (chunk: Chunk, at: number) =>
    closingDay<number>(
      {
        outcome: outcomeOf(chunk, at),
        closedOn: dayAt(chunk.closedOn[at]),
        closeOn: dayAt(chunk.closeOn[at]),
      },
      now,
    );
  const rateDayOf = (chunk: Chunk, at: number) => {
    const closed = closedOf(chunk, at);
    return closed === undefined ? today : dayText(closed.on);
  };
  return {
    outcomeOf,
    closedOf,
    dayOf: (chunk, at) => {
      const outcome = outcomeOf(chunk, at);
      if (outcome === 'won' || outcome === 'lost') return closedOf(chunk, at)?.on;
      return dayAt(chunk.closeOn[at]) ?? undefined;
    },
    pricedOf,
    rateDayOf,
    valueOf: (chunk, at) => {
      const { amountMinor, currency: code } = pricedOf(chunk, at);
      if (amountMinor === undefined) return { kind: 'no-amount' };
      if (code === undefined || currency === undefined) return { kind: 'apart' };
      const minor = convert(amountMinor, code, code === currency ? today : rateDayOf(chunk, at));
      return minor === undefined ? { kind: 'apart' } : { kind: 'sum', minor };
    },
  };
}
