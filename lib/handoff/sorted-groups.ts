/** Groups by key, in the keys' order; one with two keys is in both groups, one without any in none. */
export function sortedGroups<One>(
  all: readonly One[],
  keysOf: (one: One) => readonly (string | null)[],
): readonly (readonly [string, readonly One[]])[] {
  const groups = new Map<string, One[]>();
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      if (key === null) continue;
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [one]);
      else own.push(one);
    }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
