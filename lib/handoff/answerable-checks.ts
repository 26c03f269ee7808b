import { AUDIT_CHECKS, type AuditItem } from './audit';

/** Checks that any of the lists can answer at all. */
export function answerableChecks(lists: Iterable<readonly AuditItem[]>): ReadonlySet<AuditItem['check']> {
  const answered = new Set<AuditItem['check']>();
  for (const items of lists) {
    for (const { check, answer } of items) if (answer === 'yes') answered.add(check);
    if (answered.size === AUDIT_CHECKS.length) break;
  }
  return answered;
}
