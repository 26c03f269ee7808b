import { compareInstants } from '../calendar/compare-instants';
import type { Deal, DealChange } from './deal';
import { evidenceOfDeal } from './evidence-of-deal';
import { joinChanges, type DealCopy } from './join-changes';
import { joinEvidence } from './join-evidence';

/**
 * What two stores know of one deal together: field by field the better evidence, as if all reads had been of one store
 * (`joinEvidence`), with the changes of both (`joinChanges`). Joined once more, the very same deal and rows come back.
 *
 * It is removed where the listing that no longer named it was made by whoever saw it last, and after that sight.
 */
export function joinCopies(
  ours: DealCopy & { readonly deal: Deal },
  theirs: DealCopy,
): { readonly deal: Deal; readonly changes: readonly DealChange[] } {
  const changes = joinChanges(ours, theirs);
  if (theirs.deal === undefined) return { deal: ours.deal, changes };
  const { key, crm, tenant, id } = ours.deal;
  const joined = joinEvidence(ours.deal, { key, crm, tenant, id }, evidenceOfDeal(theirs.deal)).deal;
  const removedAt = removalOf(joined, [ours.deal, theirs.deal]);
  const historyUntil = farthest(ours.deal.historyUntil, theirs.deal.historyUntil);
  if (joined === ours.deal && removedAt === joined.removedAt && historyUntil === joined.historyUntil)
    return { deal: ours.deal, changes };
  const { removedAt: _r, historyUntil: _h, ...rest } = joined;
  const deal: Deal = {
    ...rest,
    ...(removedAt === undefined ? {} : { removedAt }),
    ...(historyUntil === undefined ? {} : { historyUntil }),
  };
  return { deal, changes };
}

function removalOf(joined: Deal, copies: readonly Deal[]): string | undefined {
  return copies
    .flatMap(({ removedAt, seenAs }) => {
      const isGone = removedAt !== undefined && seenAs === joined.seenAs;
      return isGone && compareInstants(joined.seenAt, removedAt) <= 0 ? [removedAt] : [];
    })
    .toSorted(compareInstants)[0];
}

type Reach = Deal['historyUntil'];

/** By field the later instant; `ours` itself where the other reaches nowhere farther. */
function farthest(ours: Reach, theirs: Reach): Reach {
  const farther = Object.entries(theirs ?? {}).filter(([field, until]) => {
    // Keys of both are change fields.
    const here = ours?.[field as keyof typeof ours];
    return until !== undefined && (here === undefined || compareInstants(here, until) < 0);
  });
  return farther.length === 0 ? ours : { ...ours, ...Object.fromEntries(farther) };
}
