import type { Placed } from './columns/column-rows';
import type { Database } from './database';
import type { UnidentifiedDeal } from './rows';

/** Rows without id of these tenants and fingerprints, in the order of their views; one request for each. */
export async function rowsByFingerprint(
  { unidentified }: Database,
  rows: readonly Pick<UnidentifiedDeal, 'tenant' | 'fingerprint'>[],
): Promise<Placed<UnidentifiedDeal>[]> {
  const pairs = new Map(
    rows.map(({ tenant, fingerprint }) => [JSON.stringify([tenant, fingerprint]), [tenant, fingerprint]]),
  );
  const found = [...pairs.values()].map((pair) =>
    unidentified.where('[tenant+fingerprint]').equals(pair).toArray(),
  );
  return (await Promise.all(found)).flat();
}
