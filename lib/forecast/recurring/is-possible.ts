import type { Contract, Renewing } from './renewal-group';

/** A contract is renewed while it is in force, or in its days of grace. */
export function isPossible({ from, window }: Contract, { closes }: Renewing): boolean {
  return from < closes && (window === undefined || closes <= window.until);
}
