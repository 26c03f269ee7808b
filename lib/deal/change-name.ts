import type { DealChange } from './deal';

/** Text that is the same for two rows of one deal that say the same, whatever their row numbers. */
export function changeName({ field, from, to, units, at, notBefore, source }: DealChange): string {
  const { from: before = {}, to: after = {} } = units ?? {};
  const counted = [before.currency, before.symbol, after.currency, after.symbol];
  return JSON.stringify([field, from, to, counted, at, notBefore, source]);
}
