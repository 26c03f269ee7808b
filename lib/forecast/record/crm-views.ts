import { parseCommitment } from '../../crm/parse/parse-commitment';
import type { PeriodAt } from './lands-at-rate';

/** What the CRM itself says of an open deal. */
export interface OpenSaid {
  /** Minor units; NaN where there is no amount. */
  readonly amount: number;
  /** Its own chance to be won, 0..1, or that of its stage; NaN where neither is set. */
  readonly probability: number;
  readonly category: string | null;
  /** Day on which it is expected to close; `undefined` where none is set. */
  readonly closeDay: number | undefined;
}

/** What the open deals add to a period by the CRM's own words; `null`: it says nothing of any of them. */
export interface CrmView {
  readonly stageWeights: number | null;
  readonly commit: number | null;
}

export interface CrmViews {
  readonly add: (deal: OpenSaid) => void;
  /** In the order of the periods. */
  readonly result: () => readonly CrmView[];
}

/**
 * What stage weights and the owners' commitments say of periods, from open deals that come one by one. A deal counts to
 * the period in which its close date lies, one that is overdue to the present period, one without a date to each: as a
 * CRM's own forecast does. Where no open deal has a chance, or none a category whose word is known, nothing is said, which
 * is not 0. A word that is not known is no commitment.
 */
export function crmViews(periods: readonly PeriodAt[]): CrmViews {
  const sums = periods.map(() => ({ weighted: 0, committed: 0 }));
  let [deals, weighed, named] = [0, 0, 0];
  return {
    add: ({ amount, probability, category, closeDay }) => {
      deals += 1;
      if (!Number.isNaN(probability)) weighed += 1;
      const isCommitted = category === null ? undefined : parseCommitment(category);
      if (isCommitted !== undefined) named += 1;
      if (!(amount > 0)) return;
      periods.forEach(({ start, end, asOf }, nth) => {
        const sum = sums[nth];
        const due = Math.max(closeDay ?? start, asOf);
        if (sum === undefined || (closeDay !== undefined && due < start) || due >= end) return;
        if (!Number.isNaN(probability)) sum.weighted += probability * amount;
        if (isCommitted === true) sum.committed += amount;
      });
    },
    result: () =>
      sums.map(({ weighted, committed }) => ({
        stageWeights: deals > 0 && weighed === 0 ? null : weighted,
        commit: named === 0 ? null : committed,
      })),
  };
}
