import type { ScopeRule } from './scope-rule';
import type { Segments } from './segments';

/** Whether a deal of this owner (`''`: of nobody) and in these segments is of the scope. */
export function isInScope(rule: ScopeRule, owner: string, segments: Segments): boolean {
  if (rule.kind === 'owners') return rule.owners.has(owner);
  return rule.kind === 'all' || segments[rule.field] === rule.value;
}
