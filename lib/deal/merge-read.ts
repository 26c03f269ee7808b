import type { Deal, DealRead } from './deal';
import { dealKey } from './deal-key';
import { evidenceOfRead, type ReadSource } from './evidence-of-read';
import { joinEvidence, type JoinedDeal } from './join-evidence';

/**
 * What is known of a deal after one more read of it.
 *
 * - A value that the read does not show (absent) stays; one shown empty (`null`) is a value like any other.
 * - Each field keeps the better evidence: exact before rounded, then the later instant of reading, then the CRM's
 *   interface before its page (`compareSources` says why). A read that arrives late changes only what it knows better.
 * - Amount and currency are one unit (`joinMoney`): a bare sign keeps a known code that it agrees with; an amount
 *   that cannot be expressed in its currency is refused with a reason and the previous one stays.
 * - The same reads in any order give the same deal, as long as none of them is refused or drops the recurring amount
 *   because the deal changed its currency. The same read again gives the very same deal.
 * - A change needs an earlier sight of the field; it happened between `notBefore`, the last sight of the old value,
 *   and `at`, the first of the new one.
 * - A deal that was removed and is seen again after that is there again.
 *
 * @example
 * mergeRead(undefined, { id: '7', at, values: { stage: 'Offer' } }, source).deal.stage // 'Offer'
 */
export function mergeRead(
  current: Deal | undefined,
  read: DealRead & { readonly id: string },
  source: ReadSource,
): JoinedDeal {
  const { crm, tenant } = source;
  const identity = { key: dealKey(crm, tenant, read.id), crm, tenant, id: read.id };
  const { evidence, refused } = evidenceOfRead(read, source);
  const joined = joinEvidence(current, identity, evidence);
  return refused.length === 0 ? joined : { ...joined, refused: [...refused, ...joined.refused] };
}
