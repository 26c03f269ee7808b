import type { ListTexts } from '../../pipeline/list/deal-list';
import type { Database } from '../database';
import type { TextsRow } from './column-rows';
import type { StoredColumns } from './read-columns';

/** What was read last in this context, with the version of each chunk. Of no consequence but speed. */
const held = new WeakMap<
  Database,
  { readonly epoch: string; readonly versions: readonly number[]; readonly texts: ListTexts }
>();

/**
 * What the rows of these columns are called, in the transaction in which they were read: only chunks that have changed
 * since the last time are read again.
 */
export async function readTexts(database: Database, { head }: StoredColumns): Promise<ListTexts> {
  const last = held.get(database);
  const known = last?.epoch === head.epoch ? last : undefined;
  const stale = head.texts.flatMap((version, n) => (known?.versions[n] === version ? [] : [n]));
  if (known !== undefined && stale.length === 0) return known.texts;
  // Their keys say what kind of rows they are.
  const rows = (await database.columns.bulkGet(stale.map((n) => `t:${n}`))) as (TextsRow | undefined)[];
  const texts = {
    names: [...(known?.texts.names ?? [])],
    accounts: [...(known?.texts.accounts ?? [])],
    numbers: [...(known?.texts.numbers ?? [])],
  };
  for (const [nth, n] of stale.entries()) {
    for (const name of ['names', 'accounts', 'numbers'] as const)
      texts[name][n] = rows[nth]?.[name].split('\n') ?? [];
  }
  held.set(database, { epoch: head.epoch, versions: head.texts, texts });
  return texts;
}
