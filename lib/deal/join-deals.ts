import type { Deal, DealChange } from './deal';
import { evidenceOfDeal } from './evidence-of-deal';
import { joinEvidence, type JoinedDeal } from './join-evidence';

/**
 * A deal joined with a row that turned out to be the same deal (a list showed it without its id). Field by field the
 * better evidence stays, as in `mergeRead`.
 *
 * @returns `changes` are those between the two, whichever of them was seen later: a stage that the row showed on
 * Monday and the deal no longer has on Friday did change in between. Rows kept under the row's own key are the
 * caller's to rename.
 */
export function joinDeals(deal: Deal, row: Omit<Deal, 'id'>): JoinedDeal {
  const { key, crm, tenant, id } = deal;
  const joined = joinEvidence(deal, { key, crm, tenant, id }, evidenceOfDeal(row));
  const backward = joinEvidence({ ...row, id }, { key, crm, tenant, id }, evidenceOfDeal(deal));
  const changes: DealChange[] = [...backward.changes, ...joined.changes];
  return { ...joined, changes };
}
