import { changeName } from '../deal/change-name';
import type { Deal, DealChange } from '../deal/deal';
import { isCounted } from '../deal/is-counted';
import { joinCopies } from '../deal/join-copies';
import { chunksOf } from './chunks-of';
import type { Database } from './database';
import type { UnidentifiedDeal } from './rows';
import { Tally } from './tally';
import { adoptUnidentified } from './unidentified';
import { write } from './write';

const rowsAtOnce = 500;

interface ImportedStrays {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly changes: number;
}

/**
 * Joins a backup's rows without id with those here. One that is bound here stays so, as it is. Rows and deals that
 * only the import has brought together are bound by their number, as if a page had shown them: no deal is there twice.
 *
 * @param changes Changes seen of such rows; those of rows that are bound to a deal are not taken.
 */
export async function importStrays(
  database: Database,
  rows: readonly UnidentifiedDeal[],
  changes: readonly DealChange[],
): Promise<ImportedStrays> {
  const count = { added: 0, updated: 0, unchanged: 0, changes: 0 };
  const free = new Set<string>();
  for (const chunk of chunksOf(rows, rowsAtOnce)) {
    await write(database, [database.deals, database.unidentified], async () => {
      const here = await database.unidentified.bulkGet(
        chunk.map(({ tenant, view, fingerprint }) => [tenant, view, fingerprint]),
      );
      const puts: UnidentifiedDeal[] = [];
      for (const [nth, theirs] of chunk.entries()) {
        const ours = here[nth];
        const joined = ours === undefined ? await known(database, theirs) : joinRows(ours, theirs);
        if (joined.boundTo === undefined) free.add(joined.key);
        if (joined !== ours) puts.push(joined);
        if (ours === undefined) count.added += 1;
        else if (joined !== ours) count.updated += 1;
        else count.unchanged += 1;
      }
      await database.unidentified.bulkPut(puts);
    });
  }
  const theirs = changes.filter(({ key }) => free.has(key));
  for (const chunk of chunksOf(theirs, rowsAtOnce)) count.changes += await addChanges(database, chunk);
  await bindStrays(database);
  return count;
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

function asDeal({ view: _v, fingerprint, boundTo: _b, ...deal }: UnidentifiedDeal): Deal {
  return { ...deal, id: `?${fingerprint}` };
}

async function addChanges(database: Database, changes: readonly DealChange[]): Promise<number> {
  return write(database, [database.changes], async () => {
    const nameOf = (change: DealChange) => `${change.key} ${changeName(change)}`;
    const fresh = new Map(changes.map((change) => [nameOf(change), change]));
    const keys = [...new Set(changes.map(({ key }) => key))];
    await database.changes
      .where('key')
      .anyOf(keys)
      .each((row) => void fresh.delete(nameOf(row)));
    await database.changes.bulkAdd([...fresh.values()]);
    return fresh.size;
  });
}

/** Binds every row whose number one deal bears. */
async function bindStrays(database: Database): Promise<void> {
  const { deals, changes, unidentified } = database;
  const free = await unidentified
    .filter(({ boundTo, fingerprint }) => boundTo === undefined && isCounted(fingerprint))
    .toArray();
  for (const chunk of chunksOf(free, rowsAtOnce)) {
    await write(database, [deals, changes, unidentified], async () => {
      const pairs = chunk.flatMap(({ tenant, number }) => (number ? [[tenant, number]] : []));
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
    });
  }
}
