import type { RefusedRead } from '../crm/adapter';
import { dealKey } from '../deal/deal-key';
import type { DealRead } from '../deal/deal';
import { fingerprintOf } from '../deal/fingerprint-of';
import type { CheckedReads } from '../messages/check-batch';
import type { ReadAck, ReadBatch } from '../messages/protocol';
import { adoptUnidentified, keepUnidentified } from './unidentified';
import type { Database } from './database';
import { later } from './guard/recorder';
import { keysByNumber } from './keys-by-number';
import { sourceOf } from './source-of';
import { standingRefusals } from './standing-refusals';
import { Tally } from './tally';
import { viewName } from './view-name';
import { writeDeals } from './columns/write-deals';

type IdentifiedRead = DealRead & { readonly id: string };

/**
 * Stores what a page showed: one strict transaction, acknowledged after its commit. The same batch again changes
 * nothing. Rows without id go to their deal where their number names exactly one, else to `unidentified`.
 * @param checked What the message's check left out, and where the batch's reads stood in the message.
 */
export async function writeReads(
  database: Database,
  batch: ReadBatch,
  checked: Omit<CheckedReads, 'batch'> = { places: [], refused: [] },
): Promise<ReadAck> {
  const { changes, sightings } = database;
  return writeDeals(database, [changes, sightings], async () => {
    const tally = new Tally();
    const owners = await dealsByNumber(database, batch);
    const sighting = sightingOf(batch);
    const before = await sightings.get([sighting.tenant, sighting.view, sighting.at]);
    await tally.load(database, [...keysOf(batch), ...owners.values()]);
    const bound: Record<string, string> = {};
    const strays: { read: DealRead; index: number }[] = [];

    for (const [index, read] of batch.reads.entries()) {
      const key = read.id === undefined ? owners.get(read.values.number ?? '') : keyOf(batch, read.id);
      if (key === undefined) {
        strays.push({ read, index });
        continue;
      }
      const id = read.id ?? tally.get(key)?.id;
      if (id === undefined) continue;
      merge(tally, batch, { read: { ...read, id }, index });
      if (read.id === undefined) bound[fingerprintOf(read)] = key;
    }
    if (strays.length > 0) await keepUnidentified({ database, tally }, batch, strays);
    Object.assign(bound, await adoptUnidentified({ database, tally }, batch, identified(batch)));
    await tally.save(database);
    const refused = refusedOf(checked, tally);
    const standing = standingRefusals(
      before,
      batch,
      refused.map(({ problem }) => problem),
    );
    later(sightings.put({ ...sighting, problems: [...standing, ...batch.problems] }));
    return { batchId: batch.batchId, stored: tally.stored, unchanged: tally.unchanged, refused, bound };
  });
}

/** All that was refused, named by its place in the message. */
function refusedOf({ places, refused }: Omit<CheckedReads, 'batch'>, tally: Tally): RefusedRead[] {
  return [
    ...refused,
    ...tally.refused.map((one) =>
      one.index === undefined ? one : { ...one, index: places[one.index] ?? one.index },
    ),
  ];
}

function merge(
  tally: Tally,
  batch: ReadBatch,
  { read, index }: { read: IdentifiedRead; index: number },
): void {
  tally.merge(keyOf(batch, read.id), read, { source: sourceOf(batch), index });
}

function keyOf({ crm, tenant }: ReadBatch, id: string): string {
  return dealKey(crm, tenant.tenant, id);
}

function identified(batch: ReadBatch): IdentifiedRead[] {
  return batch.reads.filter((read): read is IdentifiedRead => read.id !== undefined);
}

function keysOf(batch: ReadBatch): string[] {
  return identified(batch).map((read) => keyOf(batch, read.id));
}

/** Number to key, for the rows that show a number and no id; a number that two deals bear binds nothing. */
async function dealsByNumber(
  database: Database,
  { crm, tenant, reads }: ReadBatch,
): Promise<Map<string, string>> {
  const numbers = reads.flatMap(({ id, values }) =>
    id === undefined && values.number ? [values.number] : [],
  );
  // Another CRM of the same tenant has numbers of its own.
  const ours = dealKey(crm, tenant.tenant, '');
  const owners = new Map<string, string>();
  for (const [number, bearers] of await keysByNumber(database, tenant.tenant, numbers)) {
    const [key, ...others] = bearers.filter((bearer) => bearer.startsWith(ours));
    if (key !== undefined && others.length === 0) owners.set(number, key);
  }
  return owners;
}

function sightingOf(batch: ReadBatch) {
  const { tenant, view, viewedAt, at, crm, label, url, rendered, statedTotal, totalOf, problems } = batch;
  return {
    ...tenant,
    view: viewName(view),
    at: viewedAt,
    readAt: at,
    crm,
    label,
    url,
    rendered,
    problems,
    ...(view.scope === undefined ? {} : { scope: view.scope }),
    ...(statedTotal === undefined ? {} : { statedTotal }),
    ...(totalOf === undefined ? {} : { totalOf }),
  };
}
