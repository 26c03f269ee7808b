import type { Database } from '../database';
import { isLostRecord } from '../store-error';
import { mirroredTables } from './derived';
import { foldRecord } from './fold';
import { rowsBetween, type Mirror } from './mirror';

/**
 * Which of two copies that both say they have all writes up to one has fewer rows of some table. A browser that lost
 * one of its files goes on with what stood in the others: both copies then say what they are, and not that half of it
 * is gone.
 */
export async function whichLacks(
  database: Database,
  mirror: Mirror,
  generation: number,
): Promise<'store' | 'mirror' | 'both' | undefined> {
  try {
    while (await foldRecord(mirror, database, generation));
  } catch (error) {
    if (isLostRecord(error)) return 'mirror';
    throw error;
  }
  const differences = await Promise.all(
    mirroredTables(database).map(async (table) => {
      const [here, there] = await Promise.all([table.count(), rowsBetween(mirror, table.name).count()]);
      return here - there;
    }),
  );
  const isMirrorShort = differences.some((difference) => difference > 0);
  if (differences.some((difference) => difference < 0)) return isMirrorShort ? 'both' : 'store';
  return isMirrorShort ? 'mirror' : undefined;
}
