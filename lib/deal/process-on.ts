import type { ProcessVersion } from './process';

/**
 * The rules that hold on a day (`YYYY-MM-DD`): the latest version from that day or before, else the earliest of all.
 *
 * @returns `undefined` where there is no version.
 */
export function processOn(versions: readonly ProcessVersion[], day: string): ProcessVersion | undefined {
  const sorted = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.findLast(({ from }) => from <= day) ?? sorted[0];
}
