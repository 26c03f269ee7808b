import { instantOfMs } from '../sync/guards';

/** From the first day of the calendar that such ids count from, 15 October 1582, to 1970. */
const epochMs = 12_219_292_800_000;
const ticksPerMs = 10_000n;

/**
 * The instant at which a lead was made, as its id says: it is a UUID of version 1, whose first 60 bits are a time
 * (RFC 9562). `undefined` for any other id.
 */
export function timeOfLead(id: string): string | undefined {
  const parts = /^([0-9a-f]{8})-([0-9a-f]{4})-1([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.exec(id);
  if (parts === null) return undefined;
  const [, low = '', middle = '', high = ''] = parts;
  return instantOfMs(Number(BigInt(`0x${high}${middle}${low}`) / ticksPerMs) - epochMs);
}
