import type { DealChange } from '../deal/deal';
import { isCounted } from '../deal/is-counted';
import { previousPeriod } from '../calendar/previous-period';
import { fiscalPeriod } from '../calendar/fiscal-period';
import { converter } from '../pipeline/converter';
import type { PipelineFacts } from '../pipeline/facts/facts';
import { factsInMaking } from '../pipeline/facts/facts-in-making';
import type { Period } from '../pipeline/glance';
import { asDeal } from './as-deal';
import { chosenStrays } from './columns/chosen-strays';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import type { StoreState } from './rows';
import { readSettings } from './settings';

/** What facts are asked for. */
export interface FactsQuery {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** Reporting currency. */
  readonly currency: string;
  /** The day at whose beginning the waterfall begins; absent: that of the present period. */
  readonly from?: string | undefined;
  /** The day at whose beginning it ends; absent: now. */
  readonly to?: string | undefined;
}

/** Deals that are read, and worked through, at a time: a few milliseconds. */
const step = 250;
/** Past periods that are looked back on. */
const lookBack = 12;

/** A number that changes with every write: what was gathered before is then of another store. */
export async function storeGeneration({ summary }: Database): Promise<number> {
  // Its scope says what kind of row it is.
  return ((await summary.get('store')) as StoreState | undefined)?.generation ?? 0;
}

/**
 * Gathers the facts of the pipeline from all deals with their changes, streamed in small steps: between two of them the
 * page is free, and no more of the store is in memory than a step. What is written meanwhile may be in it or not.
 *
 * @returns `undefined` where it was given up.
 */
export async function readFacts(
  database: Database,
  query: FactsQuery,
  signal: AbortSignal,
): Promise<PipelineFacts | undefined> {
  const [settings, rates] = await Promise.all([readSettings(database), database.rates.toArray()]);
  const { today, currency } = query;
  const period = fiscalPeriod(today, settings.fiscal);
  const past: Period[] = [];
  for (let one = period; past.length < lookBack; past.push(one)) one = previousPeriod(one, settings.fiscal);
  const facts = factsInMaking({
    today,
    period,
    past,
    currency,
    convert: converter(rates, currency),
    from: query.from ?? period.start,
    to: query.to,
  });

  let last: string | undefined;
  for (;;) {
    const range =
      last === undefined ? database.deals.toCollection() : database.deals.where(':id').above(last);
    const deals = await range.limit(step).toArray();
    const [first, end] = [deals[0]?.key, deals.at(-1)?.key];
    if (signal.aborted) return undefined;
    if (first === undefined || end === undefined) break;
    const changes = await changesBetween(database, first, end);
    for (const deal of deals) facts.add(withoutSlot(deal), changes.get(deal.key) ?? []);
    last = end;
    if (deals.length < step) break;
  }
  // Rows without id are few, and counted where the popup counts them: once a deal, and only with a number.
  for (const row of chosenStrays(await database.unidentified.toArray())) {
    if (isCounted(row.fingerprint)) facts.add(asDeal(row), []);
  }
  return signal.aborted ? undefined : facts.result();
}

async function changesBetween(
  { changes }: Database,
  first: string,
  end: string,
): Promise<ReadonlyMap<string, readonly DealChange[]>> {
  const found = new Map<string, DealChange[]>();
  for (const row of await changes.where('key').between(first, end, true, true).toArray()) {
    const own = found.get(row.key);
    if (own === undefined) found.set(row.key, [row]);
    else own.push(row);
  }
  return found;
}
