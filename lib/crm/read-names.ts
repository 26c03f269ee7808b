import { contentHash } from '../deal/content-hash';
import type { DealRead, DealValues } from '../deal/deal';
import { fingerprintOf } from '../deal/fingerprint-of';

/*
 * Adapters give out the same values as long as a row shows the same, and nobody changes them: what was made of them once
 * is not made again at every look.
 */

const hashes = new WeakMap<DealValues, string>();
const fingerprints = new WeakMap<DealValues, string>();

/** Digest of what a read says. */
export function hashOf({ values }: DealRead): string {
  return remembered(hashes, values, () => contentHash(values));
}

/** Name of a row that shows no id. */
export function rowFingerprint(read: DealRead): string {
  return remembered(fingerprints, read.values, () => fingerprintOf(read));
}

/** What tells a row from the others of its view: the id, else what seldom changes about it. */
export function sentName(read: DealRead): string {
  return read.id ?? `?${rowFingerprint(read)}`;
}

function remembered(known: WeakMap<DealValues, string>, values: DealValues, make: () => string): string {
  const had = known.get(values);
  if (had !== undefined) return had;
  const made = make();
  known.set(values, made);
  return made;
}
