import { contentHash } from './content-hash';
import type { Lead } from './lead';

/** A lead that is here, if it is, and what it is once joined with what is said of it. */
export type JoinedLead = readonly [ours: Lead | undefined, next: Lead];

/** What says nothing of the lead itself. */
const sight: ReadonlySet<string> = new Set(['seenAt', 'seenAs', 'toldAt']);

/** How many leads are new, how many say something new, and how many again what is here. */
export function countLeads(joined: readonly JoinedLead[]) {
  const count = { added: 0, updated: 0, unchanged: 0 };
  for (const [ours, next] of joined) {
    if (ours === undefined) count.added += 1;
    else if (contentHash(next, sight) === contentHash(ours, sight)) count.unchanged += 1;
    else count.updated += 1;
  }
  return count;
}
