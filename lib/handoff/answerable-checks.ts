import { AUDIT_CHECKS, type AuditItem } from './audit';
import type { Handoff } from './handoffs-of';

/** Checks that the request can answer at all. */
export function answerableChecks(handoffs: readonly Handoff[]): ReadonlySet<AuditItem['check']> {
  const answered = new Set<AuditItem['check']>();
  for (const { audit } of handoffs) {
    for (const { check, answer } of audit) if (answer === 'yes') answered.add(check);
    if (answered.size === AUDIT_CHECKS.length) break;
  }
  return answered;
}
