import type { Glance } from '../../lib/pipeline/glance';

/** The part of a list's filter that leaves a glance's own scope: nothing where it is of everybody. */
export function scopeFilter({ scope }: Pick<Glance, 'scope'>): { readonly scope?: string } {
  return scope === 'all' ? {} : { scope };
}
