import type { SeenNames } from '../handoff/seen-names';
import { seenNamesOf } from '../handoff/seen-names-of';
import type { Database } from './database';
import { eachDeal, type Zoned } from './each-deal';
import { readStages } from './read-stages';
import { scan } from './scan';

/** Deals at a time: a few milliseconds. */
const step = 250;

/**
 * Gathers who and what deals name from all of them with their changes ({@link eachDeal}).
 *
 * @returns `undefined` where it was given up.
 */
export async function readSeenNames(
  database: Database,
  { zone }: Zoned,
  signal: AbortSignal,
): Promise<SeenNames | undefined> {
  const [people, stages] = await Promise.all([database.people.toArray(), readStages(database)]);
  // Who had the leads that became deals may own none of these.
  const names = new Set(people.map(({ name }) => name));
  /** By the deal's key. */
  const finders = new Map<string, string>();
  for await (const rows of scan(database.leads)) {
    if (signal.aborted) return undefined;
    for (const { owner, convertedBy, convertedTo } of rows) {
      if (!convertedTo) continue;
      for (const name of [owner, convertedBy]) if (name) names.add(name);
      const finder = convertedBy || owner;
      if (finder) finders.set(convertedTo, finder);
    }
  }
  const seen = seenNamesOf({
    people: [...names],
    stages: stages.map(({ id, order }) => ({ name: id, order })),
  });
  const areAll = await eachDeal(database, { step, signal, zone }, (deal, own) => {
    const finder = finders.get(deal.key);
    // Who had the lead of another's deal did what the SDR field says of whom it names.
    const isFound = finder !== undefined && !deal.sdr && finder !== deal.owner;
    seen.add(isFound ? { ...deal, sdr: finder } : deal, own);
  });
  return areAll ? seen.result() : undefined;
}
