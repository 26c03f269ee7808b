import type { DealRead } from '../deal/deal';
import { dealKey } from '../deal/deal-key';
import type { ReadSource } from '../deal/evidence-of-read';
import type { ImportedStep } from '../messages/import-steps';
import type { Origin } from '../pipeline/columns/origin-of';
import type { Database } from './database';
import { Tally } from './tally';
import { adoptUnidentified } from './unidentified';

/** An export says what its CRM's pages say, at the instant at which it was written: no more and no less. */
export function fileSource({ crm, tenant, host }: Origin): ReadSource {
  return { crm, tenant, host, view: 'file', from: 'page' };
}

/** Joins deals of an exported file with what is here, as if a page had shown them when the file was written. */
export async function importReads(
  database: Database,
  place: Origin,
  reads: readonly (DealRead & { readonly id: string })[],
): Promise<ImportedStep> {
  const { crm, tenant, host } = place;
  const tally = new Tally();
  const keys = reads.map(({ id }) => dealKey(crm, tenant, id));
  await tally.load(database, keys);
  const added = keys.filter((key) => tally.get(key) === undefined).length;
  for (const [index, read] of reads.entries())
    tally.merge(keys[index] ?? '', read, { source: fileSource(place), index });
  await adoptUnidentified({ database, tally }, { crm, tenant: { tenant, host } }, reads);
  await tally.save(database);
  return { deals: { added, updated: tally.stored - added, unchanged: tally.unchanged } };
}
