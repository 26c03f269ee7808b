import { Dexie, type Transaction } from 'dexie';
import { flags } from '../../pipeline/columns/columns';
import type { Sums } from '../../pipeline/columns/count-slot';
import { originOf } from '../../pipeline/columns/origin-of';
import { sumName } from '../../pipeline/columns/sum-name';
import type { Database } from '../database';
import { later } from '../guard/recorder';
import type { SumsRow } from './column-rows';

/** The sums inside a write that has not been committed yet, which alone can change them. */
const pending = new WeakMap<Transaction, SumsRow>();

/** The sums of all rows, as they are stored; `undefined` while there are none. */
export async function readSumsRow({ summary }: Database): Promise<SumsRow | undefined> {
  const inside = Dexie.currentTransaction as Transaction | null;
  const own = inside && pending.get(inside);
  if (own) return own;
  const row = await summary.get('all');
  if (row?.scope !== 'all') return undefined;
  if (inside?.mode === 'readwrite') pending.set(inside, row);
  return row;
}

/** Stores the sums, inside the write under way. */
export function putSumsRow({ summary }: Database, row: SumsRow): void {
  pending.set(Dexie.currentTransaction, row);
  later(summary.put(row));
}

/** Stored sums, to reckon with. */
export function openSums({ groups }: SumsRow): Sums {
  return new Map(groups.map((group) => [sumName(group), { ...group, minor: BigInt(group.minor) }]));
}

/** Sums, to be stored. */
export function sumsRow(sums: Sums, epoch: string): SumsRow {
  const groups = [...sums.values()].map((group) => ({ ...group, minor: String(group.minor) }));
  return { scope: 'all', epoch, groups };
}

/** Stored deals of each host; rows without id are none. */
export function dealsByHost(row: SumsRow | undefined): ReadonlyMap<string, number> {
  const deals = new Map<string, number>();
  for (const { flags: bits, origin, n } of row?.groups ?? []) {
    const { host } = originOf(origin);
    if ((bits & flags.stray) === 0) deals.set(host, (deals.get(host) ?? 0) + n);
  }
  return deals;
}

/** Whether a tenant has rows without id that show a number and are bound to no deal. */
export function hasFreeStrays(row: SumsRow | undefined, tenant: string): boolean {
  const free = flags.chosen | flags.numbered;
  return (row?.groups ?? []).some(
    ({ flags: bits, origin }) => (bits & free) === free && originOf(origin).tenant === tenant,
  );
}
