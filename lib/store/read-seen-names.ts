import type { SeenNames } from '../handoff/seen-names';
import { seenNamesOf } from '../handoff/seen-names-of';
import type { Database } from './database';
import { eachDeal, type Zoned } from './each-deal';
import { readStages } from './read-stages';

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
  const seen = seenNamesOf({
    people: people.map(({ name }) => name),
    stages: stages.map(({ id, order }) => ({ name: id, order })),
  });
  return (await eachDeal(database, { step, signal, zone }, seen.add)) ? seen.result() : undefined;
}
