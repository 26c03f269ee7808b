import type { DealPair, DealState, PastState, PipelineView } from './deal-pair';
import { isInPipeline } from './is-in-pipeline';

/** Why a deal changed the open pipeline between two days, in the order in which reasons are shown. */
export const reasons = [
  'won',
  'lost',
  'deleted',
  'owner-out',
  'owner-in',
  'pulled-in',
  'pushed-in',
  'pushed-out',
  'pulled-out',
  'created',
  'reopened',
  'first-read',
  'amount-up',
  'amount-down',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * The one reason for which a deal entered or left the pipeline; `undefined` where it is on the same side of its edge on
 * both days.
 *
 * Where several things happened, the first of these is the reason: what became of the deal (won, lost, deleted;
 * created, reopened, first read), then whose it is, then when it is to close. A won deal is won, whoever closed it and
 * whenever it was due; a deal that was opened again would have needed a new date anyway.
 *
 * `pulled` is to an earlier day, `pushed` to a later one; a deal without a day is due later than any period.
 * `deleted`: no longer there, or no longer open without a word of why.
 */
export function reasonOf({ before, after }: DealPair, view: PipelineView): Reason | undefined {
  const [was, is] = [isInPipeline(before, view), isInPipeline(after, view)];
  if (was === is) return undefined;
  return was ? reasonToLeave(after, view) : reasonToEnter(before, view);
}

function reasonToLeave(after: PastState, view: PipelineView): Reason {
  if (typeof after === 'string') return 'deleted';
  if (after.outcome === 'won' || after.outcome === 'lost') return after.outcome;
  if (after.outcome !== 'open') return 'deleted';
  if (!isOwned(after, view)) return 'owner-out';
  return isBefore(after, view) ? 'pulled-out' : 'pushed-out';
}

function reasonToEnter(before: PastState, view: PipelineView): Reason {
  if (before === 'absent') return 'created';
  if (before === 'unknown' || before.outcome === undefined) return 'first-read';
  if (before.outcome !== 'open') return 'reopened';
  if (!isOwned(before, view)) return 'owner-in';
  return isBefore(before, view) ? 'pushed-in' : 'pulled-in';
}

function isOwned({ owner }: DealState, { members }: PipelineView): boolean {
  return members === undefined || (owner !== undefined && members.has(owner));
}

function isBefore({ closeDay }: DealState, { period }: PipelineView): boolean {
  return period !== undefined && closeDay !== undefined && closeDay < period.start;
}
