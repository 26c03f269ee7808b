/**
 * Whether a row without id may be in totals: only where it shows the deal's number. Without one, the same deal seen
 * in two views (or before and after a rename) would be two rows, and a sum over them too large.
 *
 * @example isCounted('number:4711') // true
 */
export function isCounted(fingerprint: string): boolean {
  return fingerprint.startsWith('number:');
}
