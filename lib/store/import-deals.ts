import { changeName } from '../deal/change-name';
import type { Deal, DealChange } from '../deal/deal';
import { joinCopies } from '../deal/join-copies';
import type { DealCopy } from '../deal/join-changes';
import type { ImportedCopy, ImportedStep } from '../messages/import-steps';
import { putDeals, type Change } from './columns/put-rows';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';

/** Joins deals of a backup, each with its changes, with what is here. Changes of a deal that is nowhere are left out. */
export async function importDeals(
  database: Database,
  copies: readonly ImportedCopy[],
): Promise<ImportedStep> {
  const { deals, changes } = database;
  const keys = copies.map(({ key }) => key);
  const here = await deals.bulkGet(keys);
  const rowsHere = new Map(keys.map((key): [string, (DealChange & { id: number })[]] => [key, []]));
  await changes
    .where('key')
    .anyOf(keys)
    .each((row) => void rowsHere.get(row.key)?.push(row));

  const puts: Change<Deal>[] = [];
  const gone: number[] = [];
  const fresh: DealChange[] = [];
  const count = { added: 0, updated: 0, unchanged: 0 };
  for (const [nth, theirs] of copies.entries()) {
    const before = here[nth];
    const ours = { deal: before && withoutSlot(before), changes: rowsHere.get(theirs.key) ?? [] };
    const joined = joinWithOurs(ours, { deal: theirs.deal, changes: theirs.changes });
    if (joined === undefined) continue;
    const after = new Map(joined.changes.map((row) => [changeName(row), row]));
    const lost = ours.changes.filter((row) => !after.has(changeName(row)));
    for (const row of ours.changes) after.delete(changeName(row));
    gone.push(...lost.map(({ id }) => id));
    fresh.push(...[...after.values()].map(({ id: _, ...row }) => row));
    const isOther = joined.deal !== ours.deal || lost.length + after.size > 0;
    // Of a deal whose changes alone are others the columns say so as well: passes are found anew of it.
    if (isOther) puts.push({ before, after: joined.deal });
    if (ours.deal === undefined) count.added += 1;
    else if (isOther) count.updated += 1;
    else count.unchanged += 1;
  }
  await putDeals(database, puts);
  await changes.bulkDelete(gone);
  await changes.bulkAdd(fresh);
  return { deals: count, changes: fresh.length };
}

/** A deal that is not here yet is taken as it is; `undefined`: neither has it. */
function joinWithOurs(ours: DealCopy, theirs: DealCopy): ReturnType<typeof joinCopies> | undefined {
  if (ours.deal !== undefined) return joinCopies({ ...ours, deal: ours.deal }, theirs);
  if (theirs.deal === undefined) return undefined;
  return { deal: theirs.deal, changes: [...ours.changes, ...theirs.changes] };
}
