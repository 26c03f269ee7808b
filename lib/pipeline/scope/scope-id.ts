/** Whose deals are looked at. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'team'; readonly name: string }
  | { readonly kind: 'person'; readonly name: string };

/**
 * A scope as text: `all`, `team:North`, `person:Maja Lind`.
 *
 * @example scopeId({ kind: 'team', name: 'North' }) // 'team:North'
 */
export function scopeId(scope: Scope): string {
  return scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.name}`;
}
