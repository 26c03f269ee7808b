import type { BookForecast } from '../forecast-book';
import type { PeriodGround } from '../period-ground';
import { type Learned, spanForecast } from '../span-forecast';

/** What is kept of a forecast's period, so that a supposition costs no more than its own arithmetic. */
export interface WhatIfGround {
  readonly now: Learned;
  readonly ground: PeriodGround;
  /** What a win of each open deal brings. */
  readonly values: Float64Array;
  /** Of each open deal, whether it renews what is there already. */
  readonly isRenewal: Uint8Array;
  readonly hasRenewals: boolean;
  /** Place of each open deal by its name. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/**
 * Keeps what suppositions about the n-th period of a forecast need.
 *
 * @param renewals Names of the open deals that renew what is there already.
 * @returns `undefined` for a period that is over: there is nothing left to suppose.
 */
export function whatIfGround(
  { now, grounds }: Pick<BookForecast, 'now' | 'grounds'>,
  nth: number,
  renewals: ReadonlySet<string>,
): WhatIfGround | undefined {
  const ground = grounds[nth];
  if (ground === undefined) return undefined;
  const names = Array.from(now.open.deals, (row) => ground.ids[row] ?? '');
  return {
    now,
    ground,
    values: spanForecast(now, ground).values,
    isRenewal: Uint8Array.from(names, (name) => Number(renewals.has(name))),
    hasRenewals: renewals.size > 0,
    placeOf: new Map(names.map((name, at) => [name, at])),
  };
}
