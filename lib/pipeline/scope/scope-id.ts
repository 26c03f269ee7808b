import type { SegmentField } from './segments';

/** Which deals are looked at. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'team'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: SegmentField; readonly name: string };

/**
 * A scope as text: `all`, `team:North`, `person:Maja Lind`, `region:DACH`. No kind has a colon: the first one ends it,
 * and a name may have any.
 *
 * @example scopeId({ kind: 'team', name: 'North' }) // 'team:North'
 */
export function scopeId(scope: Scope): string {
  return scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.name}`;
}
