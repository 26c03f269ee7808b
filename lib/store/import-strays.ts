import { changeName } from '../deal/change-name';
import type { DealChange } from '../deal/deal';
import { isCounted } from '../deal/is-counted';
import { joinCopies } from '../deal/join-copies';
import type { ImportedStep, StrayKey } from '../messages/import-steps';
import { asDeal } from './as-deal';
import { putStrays, type Change } from './columns/put-rows';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import type { UnidentifiedDeal } from './rows';
import { Tally } from './tally';
import { adoptUnidentified } from './unidentified';

/** How many rows are bound at once. */
const rowsAtOnce = 500;

/** Joins a backup's rows without id with those here. One that is bound here stays so, as it is. */
export async function importStrays(
  database: Database,
  rows: readonly UnidentifiedDeal[],
): Promise<ImportedStep> {
  const here = await database.unidentified.bulkGet(
    rows.map(({ tenant, view, fingerprint }) => [tenant, view, fingerprint]),
  );
  const count = { added: 0, updated: 0, unchanged: 0 };
  const free = new Set<string>();
  const puts: Change<UnidentifiedDeal>[] = [];
  for (const [nth, theirs] of rows.entries()) {
    const before = here[nth];
    const ours = before && withoutSlot(before);
    const joined = ours === undefined ? await known(database, theirs) : joinRows(ours, theirs);
    if (joined.boundTo === undefined) free.add(joined.key);
    if (joined !== ours) puts.push({ before, after: joined });
    if (ours === undefined) count.added += 1;
    else if (joined !== ours) count.updated += 1;
    else count.unchanged += 1;
  }
  await putStrays(database, puts);
  return { deals: count, free: [...free] };
}

/** Adds changes seen of rows without id, but for those that are here. */
export async function importStrayChanges(
  { changes }: Database,
  rows: readonly DealChange[],
): Promise<ImportedStep> {
  const nameOf = (change: DealChange) => `${change.key} ${changeName(change)}`;
  const fresh = new Map(rows.map(({ id: _, ...change }) => [nameOf(change), change]));
  await changes
    .where('key')
    .anyOf([...new Set(rows.map(({ key }) => key))])
    .each((row) => void fresh.delete(nameOf(row)));
  await changes.bulkAdd([...fresh.values()]);
  return { changes: fresh.size };
}

/**
 * Binds rows whose number one deal bears, as if a page had shown them: rows and deals that only the import has brought
 * together are no deal twice. Goes through some rows at a time.
 *
 * @param after Key of the last row that an earlier step has gone through.
 */
export async function bindStrays(database: Database, after?: StrayKey): Promise<ImportedStep> {
  const { deals, unidentified } = database;
  const range = after === undefined ? unidentified.toCollection() : unidentified.where(':id').above(after);
  const rows = await range.limit(rowsAtOnce).toArray();
  const pairs = rows.flatMap(({ boundTo, fingerprint, tenant, number }) =>
    boundTo === undefined && isCounted(fingerprint) && number ? [[tenant, number]] : [],
  );
  const bearers = await deals.where('[tenant+number]').anyOf(pairs).toArray();
  const origins = new Map(
    bearers.map(({ crm, tenant, host }) => [`${crm}|${tenant}`, { crm, tenant, host }]),
  );
  for (const { crm, tenant, host } of origins.values()) {
    const own = bearers.filter((deal) => deal.crm === crm && deal.tenant === tenant);
    const tally = new Tally();
    await tally.load(
      database,
      own.map(({ key }) => key),
    );
    const reads = own.map(({ id, number = null, seenAt: at }) => ({ id, at, values: { number } }));
    await adoptUnidentified({ database, tally }, { crm, tenant: { tenant, host } }, reads);
    await tally.save(database);
  }
  const last = rows.length < rowsAtOnce ? undefined : rows.at(-1);
  return last === undefined ? {} : { after: [last.tenant, last.view, last.fingerprint] };
}

/** A row that is bound to a deal which is not here is bound to nothing. */
async function known({ deals }: Database, { boundTo, ...row }: UnidentifiedDeal): Promise<UnidentifiedDeal> {
  if (boundTo === undefined || (await deals.where('key').equals(boundTo).count()) === 0) return row;
  return { ...row, boundTo };
}

/** What both have seen of one row; the very same row where the other adds nothing. */
function joinRows(ours: UnidentifiedDeal, theirs: UnidentifiedDeal): UnidentifiedDeal {
  if (ours.boundTo !== undefined) return ours;
  const { view, fingerprint } = ours;
  const here = asDeal(ours);
  const { deal } = joinCopies({ deal: here, changes: [] }, { deal: asDeal(theirs), changes: [] });
  if (deal === here) return ours;
  const { id: _, ...row } = deal;
  return { ...row, view, fingerprint };
}
