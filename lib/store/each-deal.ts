import { wallClock } from '../calendar/wall-clock';
import type { Deal, DealChange } from '../deal/deal';
import { grouped } from '../deal/grouped';
import { isCounted } from '../deal/is-counted';
import { asDeal } from './as-deal';
import { chosenStrays } from './columns/chosen-strays';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';

/** Where the user is. */
export interface Zoned {
  /** IANA name: by its clock instants are cut into days. */
  readonly zone: string;
}

/** Takes one deal with all its kept changes. */
export type VisitDeal = (deal: Deal, own: readonly DealChange[]) => void;

/**
 * Visits every stored deal, and rows without id where the popup counts them: streamed in small steps, between which the
 * thread is free, and no more of the store is in memory than a step. What is written meanwhile may be in it or not.
 *
 * Instants are given as the user's clock showed them (`wallClock`): an evening's deal is of the day that the user calls
 * today, and so are the days that a CRM shows.
 *
 * @param step Deals that are read, and worked through, at a time.
 * @returns Whether all were visited: false where it was given up.
 */
export async function eachDeal(
  database: Database,
  { zone, ...steps }: Zoned & Steps,
  visit: VisitDeal,
): Promise<boolean> {
  return eachStored(database, steps, onClock(zone, visit));
}

interface Steps {
  readonly step: number;
  readonly signal?: AbortSignal | undefined;
}

/** The same with instants as they are stored: UTC. */
export async function eachStored(
  database: Database,
  { step, signal }: Steps,
  visit: VisitDeal,
): Promise<boolean> {
  let last: string | undefined;
  for (;;) {
    const range =
      last === undefined ? database.deals.toCollection() : database.deals.where(':id').above(last);
    const deals = await range.limit(step).toArray();
    const [first, end] = [deals[0]?.key, deals.at(-1)?.key];
    if (signal?.aborted) return false;
    if (first === undefined || end === undefined) break;
    const changes = await changesBetween(database, first, end);
    for (const deal of deals) visit(withoutSlot(deal), changes.get(deal.key) ?? []);
    last = end;
    if (deals.length < step) break;
  }
  await eachStray(database, visit);
  return signal?.aborted !== true;
}

/** Rows without id are few, and counted where the popup counts them: once a deal, and only with a number. */
export async function eachStray({ unidentified }: Database, visit: VisitDeal): Promise<void> {
  for (const row of chosenStrays(await unidentified.toArray()))
    if (isCounted(row.fingerprint)) visit(asDeal(row), []);
}

/** A deal that is read by its own key costs some three times one that is read in a range: of more than these all are read. */
const fewOfAll = 1 / 4;

/** So few cost little, however few there are in all. */
const fewAnyway = 500;

/** Whether so many deals are better read by their keys ({@link eachOfKeys}) than with all others. */
export async function areFew({ deals }: Database, n: number): Promise<boolean> {
  return n <= fewAnyway || n <= fewOfAll * (await deals.count());
}

/** The deals of some keys, as {@link eachStored} visits them; of a key without deal nothing is told. */
export async function eachOfKeys(
  { deals, changes }: Database,
  { step, keys }: Pick<Steps, 'step'> & { readonly keys: readonly string[] },
  visit: VisitDeal,
): Promise<void> {
  for (let from = 0; from < keys.length; from += step) {
    const some = keys.slice(from, from + step);
    const [rows, own] = await deals.db.transaction('r', [deals, changes], () =>
      Promise.all([
        deals.bulkGet(some),
        Promise.all(some.map((key) => changes.where('key').equals(key).toArray())),
      ]),
    );
    for (const [nth, deal] of rows.entries())
      if (deal !== undefined) visit(withoutSlot(deal), own[nth] ?? []);
  }
}

async function changesBetween(
  { changes }: Database,
  first: string,
  end: string,
): Promise<ReadonlyMap<string, readonly DealChange[]>> {
  const rows = await changes.where('key').between(first, end, true, true).toArray();
  return grouped(rows, ({ key }) => key);
}

/** The sight of the outcome alone is asked for its instant: other fields keep theirs. */
function onClock(zone: string, visit: VisitDeal): VisitDeal {
  const shown = wallClock(zone);
  return (deal, own) => {
    const { firstSeenAt, removedAt, sources } = deal;
    const closing = sources['outcome'];
    visit(
      {
        ...deal,
        seenAt: shown(deal.seenAt),
        ...(firstSeenAt === undefined ? {} : { firstSeenAt: shown(firstSeenAt) }),
        ...(removedAt === undefined ? {} : { removedAt: shown(removedAt) }),
        ...(closing === undefined
          ? {}
          : { sources: { ...sources, outcome: { ...closing, at: shown(closing.at) } } }),
      },
      own.map((change) => ({ ...change, at: shown(change.at), notBefore: shown(change.notBefore) })),
    );
  };
}
