import { flags } from '../../pipeline/columns/columns';
import { originOf, type Origin } from '../../pipeline/columns/origin-of';
import { readSumsRow } from '../columns/sums-row';
import type { Database } from '../database';

/** A CRM that has deals here. */
export interface CsvPlace extends Origin {
  readonly deals: number;
  /** Rows of its lists that showed no id: nobody can tell which of the file's deals they are. */
  readonly withoutId: number;
}

/** The CRMs that have deals here, the one with most of them first. */
export async function readPlaces(database: Database): Promise<readonly CsvPlace[]> {
  const places = new Map<string, { place: Origin; deals: number; withoutId: number }>();
  for (const { flags: bits, origin, n } of (await readSumsRow(database))?.groups ?? []) {
    const known = places.get(origin) ?? { place: originOf(origin), deals: 0, withoutId: 0 };
    if ((bits & flags.stray) === 0) known.deals += n;
    else known.withoutId += n;
    places.set(origin, known);
  }
  return [...places.values()]
    .filter(({ deals, withoutId }) => deals + withoutId > 0)
    .map(({ place, ...counts }) => ({ ...place, ...counts }))
    .toSorted((a, b) => b.deals - a.deals);
}
