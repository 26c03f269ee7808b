import type { Contract } from './renewal-group';

/** Day on which a contract ends, as a number of days; `Infinity` where it says none. */
export function endOf({ window }: Contract): number {
  return window?.end ?? Infinity;
}
