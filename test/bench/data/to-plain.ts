import type { Deal } from '../../demo/types';
import type { PlainDeal } from '../baseline/database';
import { nameOf } from './to-read';

/** A deal as the baseline stores it: the same values as {@link toRead} gives Stafet. */
export function toPlain(deal: Deal, seenAt: string): PlainDeal {
  const { amount, createdAt, probability, website: _, contact: __, qualification, ...rest } = deal;
  return {
    ...rest,
    number: `D-${deal.id}`,
    amountMinor: amount === null ? null : Math.round(amount * 100),
    owner: nameOf(deal.owner),
    createdBy: nameOf(deal.createdBy),
    sdr: deal.sdr === null ? null : nameOf(deal.sdr),
    crmProbability: probability,
    createdOn: createdAt.slice(0, 10),
    qualification: { ...qualification },
    seenAt,
  };
}
