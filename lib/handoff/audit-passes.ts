import { audit, AUDIT_CHECKS } from './audit';
import type { Handoff } from './finish-passes';

/**
 * Whether each pass meets every check of its audit list that can be answered at all, which is one to which any of them
 * has a yes; `null`: not known.
 */
export function auditPasses(handoffs: readonly Handoff[]): readonly (boolean | null)[] {
  // Lists are kept as a bit a check: 100,000 of them would be too much.
  const yes = new Uint8Array(handoffs.length);
  const isRefused = new Uint8Array(handoffs.length);
  let answerable = 0;
  for (const [row, handoff] of handoffs.entries())
    for (const { check, answer } of audit(handoff)) {
      if (answer === 'yes') yes[row] = (yes[row] ?? 0) | (1 << AUDIT_CHECKS.indexOf(check));
      else if (answer === 'no') isRefused[row] = 1;
      answerable |= yes[row] ?? 0;
    }
  return handoffs.map((_, row) => {
    if (isRefused[row] === 1) return false;
    return answerable > 0 && ((yes[row] ?? 0) & answerable) === answerable ? true : null;
  });
}
