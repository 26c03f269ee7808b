import { changeName } from '../deal/change-name';
import type { Deal, DealChange } from '../deal/deal';
import { joinCopies } from '../deal/join-copies';
import type { DealCopy } from '../deal/join-changes';
import { chunksOf } from './chunks-of';
import type { Database } from './database';
import { write } from './write';

/** Rows of deals and changes that one transaction brings. */
const rowsAtOnce = 500;

interface ImportedDeals {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly changes: number;
  /** Changes whose deal is neither here nor in the backup: those of rows without id. */
  readonly orphans: readonly DealChange[];
}

/** Joins a backup's deals, each with its changes, with what is here. */
export async function importDeals(
  database: Database,
  deals: readonly Deal[],
  changes: readonly DealChange[],
): Promise<ImportedDeals> {
  const copies = new Map<string, { key: string; deal: Deal | undefined; changes: DealChange[] }>();
  for (const deal of deals) copies.set(deal.key, { key: deal.key, deal, changes: [] });
  for (const { id: _, ...change } of changes) {
    const copy = copies.get(change.key) ?? { key: change.key, deal: undefined, changes: [] };
    copies.set(change.key, copy);
    copy.changes.push(change);
  }
  const count = { added: 0, updated: 0, unchanged: 0, changes: 0 };
  const orphans: DealChange[] = [];
  for (const chunk of chunksOf(copies.values(), rowsAtOnce, (copy) => 1 + copy.changes.length)) {
    const done = await write(database, [database.deals, database.changes], () => joinChunk(database, chunk));
    orphans.push(...done.orphans);
    for (const name of ['added', 'updated', 'unchanged', 'changes'] as const) count[name] += done[name];
  }
  return { ...count, orphans };
}

async function joinChunk(
  { deals, changes }: Database,
  copies: readonly (DealCopy & { readonly key: string })[],
): Promise<ImportedDeals> {
  const keys = copies.map(({ key }) => key);
  const here = await deals.bulkGet(keys);
  const rowsHere = new Map(keys.map((key): [string, (DealChange & { id: number })[]] => [key, []]));
  await changes
    .where('key')
    .anyOf(keys)
    .each((row) => void rowsHere.get(row.key)?.push(row));

  const puts: Deal[] = [];
  const gone: number[] = [];
  const fresh: DealChange[] = [];
  const orphans: DealChange[] = [];
  const count = { added: 0, updated: 0, unchanged: 0 };
  for (const [nth, theirs] of copies.entries()) {
    const ours = { deal: here[nth], changes: rowsHere.get(theirs.key) ?? [] };
    if (ours.deal === undefined && theirs.deal === undefined) {
      orphans.push(...theirs.changes);
      continue;
    }
    const joined = joinWithOurs(ours, theirs);
    const after = new Map(joined.changes.map((row) => [changeName(row), row]));
    const lost = ours.changes.filter((row) => !after.has(changeName(row)));
    for (const row of ours.changes) after.delete(changeName(row));
    gone.push(...lost.map(({ id }) => id));
    fresh.push(...[...after.values()].map(({ id: _, ...row }) => row));
    if (joined.deal !== ours.deal) puts.push(joined.deal);
    if (ours.deal === undefined) count.added += 1;
    else if (joined.deal !== ours.deal || lost.length + after.size > 0) count.updated += 1;
    else count.unchanged += 1;
  }
  await deals.bulkPut(puts);
  await changes.bulkDelete(gone);
  await changes.bulkAdd(fresh);
  return { ...count, changes: fresh.length, orphans };
}

/** A deal that is not here yet is taken as it is. */
function joinWithOurs(ours: DealCopy, theirs: DealCopy): ReturnType<typeof joinCopies> {
  if (ours.deal !== undefined) return joinCopies({ ...ours, deal: ours.deal }, theirs);
  if (theirs.deal === undefined) throw new Error('neither copy has the deal');
  return { deal: theirs.deal, changes: [...ours.changes, ...theirs.changes] };
}
