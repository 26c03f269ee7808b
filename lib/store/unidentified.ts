import type { DealChange, DealRead } from '../deal/deal';
import { dealKey } from '../deal/deal-key';
import { fingerprintOf } from '../deal/fingerprint-of';
import { joinDeals } from '../deal/join-deals';
import { mergeRead } from '../deal/merge-read';
import { asDeal } from './as-deal';
import type { Placed } from './columns/column-rows';
import { hasFreeStrays, readSumsRow } from './columns/sums-row';
import { putStrays } from './columns/put-rows';
import { withoutSlot } from './columns/without-slot';
import type { Database } from './database';
import { keysByNumber } from './keys-by-number';
import type { UnidentifiedDeal } from './rows';
import { rowsByFingerprint } from './rows-by-fingerprint';
import type { Tally } from './tally';
import { sourceOf } from './source-of';
import { viewName } from './view-name';
import type { ReadBatch } from '../messages/protocol';

/** The write under way: one transaction, and the deals that it has loaded. */
interface Write {
  readonly database: Database;
  readonly tally: Tally;
}

type Origin = Pick<ReadBatch, 'crm' | 'tenant'>;

/** Stores rows whose deal is not known yet: merged per view and fingerprint, like deals. */
export async function keepUnidentified(
  { database, tally }: Write,
  batch: ReadBatch,
  strays: readonly { read: DealRead; index: number }[],
): Promise<void> {
  const view = storedView(batch.view);
  const source = sourceOf(batch);
  const rows = new Map<string, UnidentifiedDeal>();
  const prints = strays.map(({ read }) => fingerprintOf(read));
  const found = await database.unidentified.bulkGet(
    prints.map((print) => [batch.tenant.tenant, view, print]),
  );
  const stored = new Map<string, Placed<UnidentifiedDeal>>();
  for (const row of found) if (row !== undefined) stored.set(row.fingerprint, row);

  const dirty = new Set<string>();
  const changes: DealChange[] = [];
  for (const [nth, { read, index }] of strays.entries()) {
    const fingerprint = prints[nth] ?? fingerprintOf(read);
    const known = rows.get(fingerprint) ?? stored.get(fingerprint);
    const merged = mergeRead(known && asDeal(known), { ...read, id: `?${fingerprint}` }, source);
    const { id: _, ...deal } = merged.deal;
    rows.set(fingerprint, { ...deal, view, fingerprint });
    changes.push(...merged.changes);
    if (merged.changed || merged.touched) dirty.add(fingerprint);
    tally.count(read, merged, index);
  }
  const written = [...dirty].flatMap((print) => {
    const after = rows.get(print);
    return after === undefined ? [] : [{ before: stored.get(print), after }];
  });
  await putStrays(database, written);
  await database.changes.bulkAdd(changes);
}

/**
 * Binds rows that were stored without id to the deals that now turn out to bear their number. What the rows showed
 * joins the deal, with its own time; the rows stay as aliases, in no total.
 * @returns Fingerprint to key for every row bound now.
 */
export async function adoptUnidentified(
  { database, tally }: Write,
  origin: Origin,
  reads: readonly (DealRead & { readonly id: string })[],
): Promise<Record<string, string>> {
  const { tenant } = origin.tenant;
  const keys = new Map<string, string>();
  for (const { id, values } of reads) {
    if (values.number)
      keys.set(fingerprintOf({ values: { number: values.number } }), dealKey(origin.crm, tenant, id));
  }
  // Mostly there are none, and five hundred questions less to ask.
  if (keys.size === 0 || !hasFreeStrays(await readSumsRow(database), tenant)) return {};
  const named = await rowsByFingerprint(
    database,
    [...keys.keys()].map((fingerprint) => ({ tenant, fingerprint })),
  );
  const rows = named.filter(({ boundTo }) => boundTo === undefined);
  if (rows.length === 0) return {};
  await dropShared(database, { tenant, reads, keys });
  const bound: Record<string, string> = {};
  for (const row of rows) {
    const key = keys.get(row.fingerprint);
    const deal = key === undefined ? undefined : tally.get(key);
    if (key === undefined || deal === undefined) continue;
    const joined = joinDeals(deal, row);
    const { number = null, name = null } = row;
    tally.keep(joined.deal, joined.changes, true);
    tally.refuse({ values: { number, name } }, joined.refused);
    await database.changes.where('key').equals(row.key).modify({ key });
    bound[row.fingerprint] = key;
  }
  const nowBound = rows.flatMap((row) => {
    const boundTo = bound[row.fingerprint];
    return boundTo === undefined ? [] : [{ before: row, after: { ...withoutSlot(row), boundTo } }];
  });
  await putStrays(database, nowBound);
  return bound;
}

/** A number that two deals bear binds nothing. */
async function dropShared(
  database: Database,
  { tenant, reads, keys }: { tenant: string; reads: readonly DealRead[]; keys: Map<string, string> },
): Promise<void> {
  const numbers = reads.flatMap(({ values }) => values.number ?? []);
  const twice = numbers.filter((number, nth) => numbers.indexOf(number) !== nth);
  for (const number of twice) keys.delete(fingerprintOf({ values: { number } }));
  for (const [number, bearers] of await keysByNumber(database, tenant, numbers)) {
    const print = fingerprintOf({ values: { number } });
    if (bearers.some((key) => key !== keys.get(print))) keys.delete(print);
  }
}

/** Rows without id are kept per kind and name of view, so that a deal in two tabs of one list is one row. */
function storedView(view: ReadBatch['view']): string {
  return viewName({ kind: view.kind, name: view.name });
}
