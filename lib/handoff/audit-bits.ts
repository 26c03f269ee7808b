import { audit } from './audit';
import type { Handoff } from './finish-passes';

/** The audit list of a pass as a bit a check: 100,000 lists would be too much to keep. */
export interface AuditBits {
  readonly yes: number;
  readonly no: number;
}

/** Which checks of its audit list a pass meets, and which it does not, in the order of `AUDIT_CHECKS`. */
export function auditBits(handoff: Handoff): AuditBits {
  let [yes, no] = [0, 0];
  for (const [nth, { answer }] of audit(handoff).entries()) {
    if (answer === 'yes') yes |= 1 << nth;
    else if (answer === 'no') no |= 1 << nth;
  }
  return { yes, no };
}
