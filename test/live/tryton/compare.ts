import { expect } from '@playwright/test';
import type { Deal, DealChange } from '../../../lib/deal/deal';
import type { DealState, TrueDeal, TrueRevision, TrueValues } from './truth';

/*
 * What the store must hold, worked out from Tryton's own rows. Shares nothing with the adapter: not its states, not its
 * money, not its dates.
 */

const outcomes: Readonly<Record<DealState, 'open' | 'won' | 'lost'>> = {
  lead: 'open',
  opportunity: 'open',
  converted: 'open',
  won: 'won',
  lost: 'lost',
  cancelled: 'lost',
};

/** Decimal text in cents, by its digits alone. */
export function cents(decimal: string | null): number | null {
  if (decimal === null) return null;
  const [whole = '', fraction = ''] = decimal.split('.');
  if (/[1-9]/.test(fraction.slice(2))) throw new Error(`more than cents: ${decimal}`);
  return Number(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`);
}

/** Everything that a deal's row in the store says of Tryton's row. */
export function storedFields(truth: TrueDeal) {
  const outcome = outcomes[truth.state];
  return {
    number: truth.number,
    name: truth.description,
    account: truth.party,
    owner: truth.employee,
    amountMinor: cents(truth.amount),
    ...(truth.amount === null ? {} : { currency: truth.currency, amountExact: true }),
    stage: truth.state,
    outcome,
    crmProbability: truth.probability,
    createdOn: truth.startOn,
    closeOn: truth.endOn,
    closedOn: outcome === 'open' ? null : truth.endOn,
  };
}

type Fields = ReturnType<typeof storedFields>;

/** Checks every field of every stored deal; a view may leave some out (`except`), and shows no other. */
export function expectTrue(
  stored: readonly (Partial<Deal> & { readonly number?: string | null })[],
  deals: readonly TrueDeal[],
  except: readonly (keyof Fields)[] = [],
): void {
  const byNumber = new Map(deals.map((deal) => [deal.number, deal]));
  const wrong: unknown[] = [];
  for (const row of stored) {
    const truth = byNumber.get(row.number ?? '');
    if (truth === undefined) {
      wrong.push({ row: row.number, why: 'not in Tryton' });
      continue;
    }
    for (const [field, expected] of Object.entries(storedFields(truth))) {
      const actual = row[field as keyof Deal];
      if (except.includes(field as keyof Fields) && actual === undefined) continue;
      if (actual !== expected) wrong.push({ number: row.number, field, expected, actual });
    }
  }
  expect(wrong, `${wrong.length} fields differ from Tryton's own`).toEqual([]);
}

type ChangeLine = readonly [field: string, from: unknown, to: unknown, at: string];

const watched: readonly (readonly [string, (row: TrueValues) => string | number | null])[] = [
  ['stage', (row) => row.state],
  ['outcome', (row) => outcomes[row.state]],
  ['closeOn', (row) => row.endOn],
  ['owner', (row) => row.employee],
  ['amountMinor', (row) => cents(row.amount)],
];

/** The changes of one deal, from its revisions; of two at one instant only the last was ever to be seen. */
export function trueChanges(revisions: readonly TrueRevision[]): ChangeLine[] {
  const seen = revisions.filter((revision, nth) => revisions[nth + 1]?.at !== revision.at);
  return seen.flatMap((now, nth) => {
    const before = seen[nth - 1];
    if (before === undefined) return [];
    return watched.flatMap(([field, read]): ChangeLine[] => {
      const [from, to] = [read(before), read(now)];
      return from === to ? [] : [[field, from, to, now.at.replace(' ', 'T').concat('Z')]];
    });
  });
}

/** Stored changes in the same form; an instant known exactly has both ends equal. */
export function changeLines(changes: readonly DealChange[]): ChangeLine[] {
  return changes.map(({ field, from, to, at, notBefore }) => {
    expect(notBefore, 'a synced change is exact').toBe(at);
    return [field, from, to, at];
  });
}

export function inOrder(lines: readonly ChangeLine[]): ChangeLine[] {
  return lines.toSorted((a, b) => JSON.stringify([a[3], a[0]]).localeCompare(JSON.stringify([b[3], b[0]])));
}
