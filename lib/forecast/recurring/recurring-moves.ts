import type { RecurringDeal } from './recurring-deal';

/** One change of an account's recurring revenue. */
export interface RecurringMove {
  readonly account: string;
  readonly on: string;
  /** `renewal` changes nothing by itself: it is the part of the old amount that goes on. */
  readonly flow: 'new' | 'expansion' | 'contraction' | 'churned' | 'renewal';
  /** By the year, in minor units; never below 0. */
  readonly minor: number;
  /** The deal that made it: of a term that has ended, the one that had begun it. */
  readonly deal: string;
  readonly by: RecurringDeal['kind'];
}

interface Term {
  readonly deal: RecurringDeal;
  readonly minor: number;
  readonly endOn: string | null;
}

interface Step {
  readonly on: string;
  readonly deal: RecurringDeal | undefined;
}

/**
 * All changes of recurring revenue before `asOf`, in order of days.
 *
 * A won deal of an account without revenue is new, else an expansion. A won renewal takes the place of the terms that end
 * first: above the old amount the rest is expansion, below it contraction. A lost renewal ends those terms on the day it
 * is lost. A term whose end has come without a won renewal is churned on that day; a renewal that is won later begins
 * anew. A contract that had ended when it was won is left out. Asked about a day ahead, it tells what is left where nothing
 * more is won: each term that ends until then is churned. Of two deals of one day the one with the smaller id comes first, and closings come before ends.
 */
export function recurringMoves(deals: readonly RecurringDeal[], asOf: string): readonly RecurringMove[] {
  const byAccount = new Map<string, RecurringDeal[]>();
  for (const deal of deals) {
    if (deal.closedOn >= asOf || isOverBefore(deal)) continue;
    const own = byAccount.get(deal.account);
    if (own === undefined) byAccount.set(deal.account, [deal]);
    else own.push(deal);
  }
  return [...byAccount.values()]
    .flatMap((own) => movesOf(own, asOf))
    .sort((a, b) => compare(a.on, b.on) || compare(a.account, b.account));
}

/** A contract that had ended when it was won brings nothing. */
function isOverBefore({ outcome, endOn, closedOn }: RecurringDeal): boolean {
  return outcome === 'won' && endOn !== null && endOn <= closedOn;
}

function movesOf(deals: readonly RecurringDeal[], asOf: string): readonly RecurringMove[] {
  const account = deals[0]?.account ?? '';
  const moves: RecurringMove[] = [];
  let terms: readonly Term[] = [];
  const note = (
    on: string,
    flow: RecurringMove['flow'],
    made: { minor: number; deal: RecurringDeal },
  ): void => {
    const { minor, deal } = made;
    if (minor > 0) moves.push({ account, on, flow, minor, deal: deal.id, by: deal.kind });
  };
  for (const { on, deal } of stepsOf(deals, asOf)) {
    if (deal === undefined) {
      for (const term of terms) if (term.endOn === on) note(on, 'churned', term);
      terms = terms.filter(({ endOn }) => endOn !== on);
      continue;
    }
    const term = { deal, minor: deal.annualMinor, endOn: deal.endOn };
    if (deal.kind === 'renewal' && terms.length > 0) {
      const { old, others } = nextToEnd(terms);
      const before = sumOf(old);
      if (deal.outcome === 'lost') {
        note(on, 'churned', { minor: before, deal });
        terms = others;
      } else {
        note(on, 'renewal', { minor: Math.min(before, term.minor), deal });
        note(on, 'expansion', { minor: term.minor - before, deal });
        note(on, 'contraction', { minor: before - term.minor, deal });
        terms = [...others, term];
      }
    } else if (deal.outcome === 'won') {
      note(on, terms.length === 0 ? 'new' : 'expansion', term);
      terms = [...terms, term];
    }
  }
  return moves;
}

/** Closings and ends of an account in the order in which they count. */
function stepsOf(deals: readonly RecurringDeal[], asOf: string): readonly Step[] {
  const closings = deals.map((deal): Step => ({ on: deal.closedOn, deal }));
  const ends = new Set(
    deals.flatMap(({ outcome, endOn }) =>
      outcome === 'won' && endOn !== null && endOn < asOf ? [endOn] : [],
    ),
  );
  return [...closings, ...Array.from(ends, (on): Step => ({ on, deal: undefined }))].sort(
    (a, b) =>
      compare(a.on, b.on) ||
      Number(a.deal === undefined) - Number(b.deal === undefined) ||
      compare(a.deal?.id ?? '', b.deal?.id ?? ''),
  );
}

/** The terms that end first: those without an end only where there are no others. */
function nextToEnd(terms: readonly Term[]): { old: readonly Term[]; others: readonly Term[] } {
  const ends = terms.flatMap(({ endOn }) => endOn ?? []).sort();
  const first = ends[0] ?? null;
  return {
    old: terms.filter(({ endOn }) => endOn === first),
    others: terms.filter(({ endOn }) => endOn !== first),
  };
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { minor }) => sum + minor, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
