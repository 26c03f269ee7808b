import { newDeal } from './birth';
import { lapse, type Book } from './book';
import { DAY, monthsBefore, officeTime, startOf } from './days';
import { drawFrom, type Draw } from './draw';
import { live } from './life';
import { PEOPLE, STAGES } from './people';
import type { Deal, Demo, Tracked } from './types';

const MONTHS = 18;
const FIRST_ID = 1001;

export interface GenerateOptions {
  readonly seed: number;
  /** `YYYY-MM-DD`; everything happens before it. */
  readonly today: string;
  readonly deals?: number;
}

/**
 * Invents a sales team's last 18 months: deals as they stand on `today`, and the full history that led there.
 * The same options always give the same data.
 */
export function generate({ seed, today, deals: count = 400 }: GenerateOptions): Demo {
  const draw = drawFrom(seed);
  const until = startOf(today);
  const book: Book = { changes: [], handoffs: [] };
  const initial = new Map<string, Tracked>();

  const deals = creationTimes(draw, today, count).map((at, index) => {
    const deal = newDeal(draw, String(FIRST_ID + index), at);
    initial.set(deal.id, tracked(deal));
    live(draw, deal, until, book);
    return deal;
  });
  lapse(book.handoffs, until);

  return {
    today,
    deals,
    people: PEOPLE,
    stages: STAGES,
    initial,
    // The sort is stable, so changes of one moment stay in the order in which they were made.
    changes: book.changes.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    handoffs: book.handoffs.toSorted((a, b) => Date.parse(a.passedAt) - Date.parse(b.passedAt)),
  };
}

/** In office hours, a little denser towards the end: the team grows. */
function creationTimes(draw: Draw, today: string, count: number): number[] {
  const from = startOf(monthsBefore(today, MONTHS));
  const days = (startOf(today) - from) / DAY;
  const times = Array.from({ length: count }, () => {
    // Three days short of today, so that a weekend moved to Monday stays in the past.
    return officeTime(draw, from - 1, draw.between(0, 1) ** 0.85 * (days - 3));
  });
  return times.toSorted((a, b) => a - b);
}

function tracked({ stage, owner, amount, closeOn, outcome, nextStep }: Deal): Tracked {
  return { stage, owner, amount, closeOn, outcome, nextStep };
}
