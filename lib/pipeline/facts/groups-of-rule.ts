import type { ScopeRule } from '../scope/scope-rule';
import type { ByGroup } from './by-group';

/** The groups that make up a scope, each of its deals in one of them: owners', or the segment's own alone. */
export function groupsOfRule<Value>(groups: ByGroup<Value>, rule: ScopeRule): readonly Value[] {
  if (rule.kind === 'segment') {
    const own = groups[rule.field].get(rule.value);
    return own === undefined ? [] : [own];
  }
  const owners = [...groups.owner].filter(([owner]) => rule.kind === 'all' || rule.owners.has(owner));
  return owners.map(([, value]) => value);
}
