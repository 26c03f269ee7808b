import { fiscalPeriod } from '../calendar/fiscal-period';
import { restOfDay } from '../calendar/rest-of-day';
import { converter } from '../pipeline/converter';
import type { PipelineFacts } from '../pipeline/facts/facts';
import { factsInMaking } from '../pipeline/facts/facts-in-making';
import { lookBack } from '../pipeline/facts/look-back';
import type { Database } from './database';
import { eachDeal, type Zoned } from './each-deal';
import { contentOf, readState } from './read-state';
import { readSettings } from './settings';

/** What facts are asked for. */
export interface FactsQuery {
  /** `YYYY-MM-DD` on the user's calendar. */
  readonly today: string;
  /** Reporting currency. */
  readonly currency: string;
  /** The instant, ISO 8601 UTC: what is left of today is still to come. Absent: all of it. */
  readonly now?: string | undefined;
  /** The day at whose beginning the waterfall begins; absent: that of the present period. */
  readonly from?: string | undefined;
  /** The day at whose beginning it ends; absent: now. */
  readonly to?: string | undefined;
}

/** Deals at a time: a few milliseconds. */
const step = 250;

/** A number that changes with every write of what can be learned from: what was gathered before is then of another store. */
export async function storeGeneration(database: Database): Promise<number> {
  return contentOf(await readState(database));
}

/**
 * Gathers the facts of the pipeline from all deals with their changes ({@link eachDeal}).
 *
 * @returns `undefined` where it was given up.
 */
export async function readFacts(
  database: Database,
  query: FactsQuery & Zoned,
  signal: AbortSignal,
): Promise<PipelineFacts | undefined> {
  const [settings, rates] = await Promise.all([readSettings(database), database.rates.toArray()]);
  const { today, currency, now, zone } = query;
  const period = fiscalPeriod(today, settings.fiscal);
  const facts = factsInMaking({
    today,
    rest: now === undefined ? 1 : restOfDay(today, { at: now, zone }),
    period,
    past: lookBack(period, settings.fiscal),
    currency,
    convert: converter(rates, currency),
    from: query.from ?? period.start,
    to: query.to,
  });

  const isWhole = await eachDeal(database, { step, signal, zone }, facts.add);
  return isWhole ? facts.result() : undefined;
}
