import { daysBetween } from '../../calendar/days-between';
import type { RiskContext, RiskFlag } from './risk-flags';

/** That a deal is longer in its stage than nine of ten won deals were; nothing where either is not known. */
export function stuckFlag(
  { stageSince }: { readonly stageSince?: string | null | undefined },
  { today, usualStayDays }: RiskContext,
): readonly RiskFlag[] {
  if (usualStayDays === undefined || stageSince === undefined || stageSince === null) return [];
  const n = daysBetween(stageSince, today);
  return n > usualStayDays ? [{ field: 'stage', kind: 'stuck', n }] : [];
}
