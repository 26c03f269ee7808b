import type { ScopeRule } from '../scope/scope-rule';
import type { ListFilter } from './list-filter';

/** The part of a list's filter that leaves the deals of a scope. */
export function filterOfRule(rule: ScopeRule): Pick<ListFilter, 'owners' | 'segment'> {
  if (rule.kind === 'all') return {};
  if (rule.kind === 'owners') return { owners: [...rule.owners] };
  return { segment: { field: rule.field, value: rule.value } };
}
