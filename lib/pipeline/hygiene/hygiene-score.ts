import type { Hygiene } from './hygiene-of';

export interface HygieneScore {
  /** Good fields of those shown, 0..1; `undefined` where none was shown. */
  readonly share: number | undefined;
  readonly good: number;
  readonly shown: number;
}

/** Share of the five fields that is in order over all deals; what no view has shown counts for nothing. */
export function hygieneScore(deals: Iterable<Hygiene>): HygieneScore {
  let [good, shown] = [0, 0];
  for (const deal of deals) {
    for (const state of Object.values(deal)) {
      if (state !== 'not-shown') shown += 1;
      if (state === 'good') good += 1;
    }
  }
  return { share: shown === 0 ? undefined : good / shown, good, shown };
}
