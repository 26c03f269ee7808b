/** Class names in one string; what is `undefined` or `false` falls out. */
export function cx(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
