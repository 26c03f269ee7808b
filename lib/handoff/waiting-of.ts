import { businessHours } from '../calendar/business-hours';
import type { Handoff } from './finish-passes';
import type { Found } from './found-on';
import { isChosen, type PassFilter } from './is-chosen';
import type { PassedDeal } from './passes-in-making';
import type { HourRange, Touch } from './touch';

/** A pass that nobody has decided. */
export interface WaitingPass {
  /** The deal's key. */
  readonly deal: string;
  readonly name: string | undefined;
  readonly attempt: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Milliseconds: somewhere between the two. */
  readonly passedAt: { readonly from: number; readonly to: number };
  /** Business hours so far; bounds where the pass is known as a range. */
  readonly hours: HourRange;
  /** Business hours that were agreed for a decision, and whether they are over. */
  readonly agreedHours: number;
  readonly isOver: boolean;
  readonly touch: Touch;
  /** Not touched within the agreed hours; `null`: not known, or not yet. */
  readonly isTouchLate: boolean | null;
  /** 0..1; `undefined`: not known. */
  readonly complete: number | undefined;
}

/** The passes that wait, the oldest first, and what was agreed of them: today's rules. */
export interface Waiting {
  readonly rows: readonly WaitingPass[];
  /** How many wait, and for how many the time for a decision is over. */
  readonly n: number;
  readonly over: number;
  readonly decideWithinDays: number;
  readonly touchWithinHours: number;
}

/** So many rows go to a screen: who waits longest comes first. */
const MOST = 500;

interface Among {
  readonly filter: PassFilter;
  readonly deals: ReadonlyMap<string, PassedDeal>;
  readonly asOf: number;
}

/**
 * Passes of which nothing has become to this day, the oldest first: undecided ones, and lapsed ones whose deal is still
 * open and where it was.
 */
export function waitingOf({ rules, scored }: Found, { filter, deals, asOf }: Among): Waiting {
  const { calendar, setting } = rules;
  const { columns, handoffs } = scored;
  const isIn = isChosen(columns, filter);
  const open: Handoff[] = [];
  // The few rows are looked for among numbers: going through all passes themselves takes far longer.
  for (let row = columns.isOpen.indexOf(1); row >= 0; row = columns.isOpen.indexOf(1, row + 1)) {
    const handoff = handoffs[row];
    if (handoff !== undefined && isIn(row)) open.push(handoff);
  }
  const from = open.reduce((least, { pass }) => Math.min(least, pass.at.from), asOf);
  const hours = businessHours(calendar, { from, to: asOf + setting.decideWithinMs });
  const rows = open.slice(0, MOST).map((handoff): WaitingPass => {
    const { pass, deal, decision, touch, timely, completeness } = handoff;
    return {
      deal: deal.id,
      name: deals.get(deal.id)?.name,
      attempt: pass.attempt,
      from: pass.from,
      to: pass.to,
      passedAt: pass.at,
      hours: { low: hours(pass.at.to, asOf), high: hours(pass.at.from, asOf) },
      agreedHours: hours(pass.at.to, pass.at.to + setting.decideWithinMs),
      isOver: decision.kind === 'lapsed',
      touch,
      isTouchLate: timely === null ? null : !timely,
      complete: completeness?.share,
    };
  });
  const { decideWithinDays, touchWithinHours } = setting.process;
  const over = open.filter(({ decision }) => decision.kind === 'lapsed').length;
  return { rows, n: open.length, over, decideWithinDays, touchWithinHours };
}
