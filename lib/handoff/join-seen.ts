import type { Counted, SeenPerson } from './seen-names';

/**
 * Names of which some are the same person's as one: what stands under an alias counts for the person. What was handed
 * from one name of a person to another was handed to nobody.
 *
 * @param people Who has which other names.
 */
export function joinSeen(
  seen: readonly SeenPerson[],
  people: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): readonly SeenPerson[] {
  const owner = new Map(
    people.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
  );
  const nameOf = (name: string): string => owner.get(name) ?? name;
  const joined = new Map<string, SeenPerson>();
  for (const one of seen) {
    const name = nameOf(one.name);
    const before = joined.get(name);
    const others = (counted: Counted, also?: Counted) =>
      [...(also ?? []), ...counted].filter(([other]) => nameOf(other) !== name);
    joined.set(name, {
      name,
      owns: one.owns + (before?.owns ?? 0),
      won: one.won + (before?.won ?? 0),
      first: one.first + (before?.first ?? 0),
      sdr: one.sdr + (before?.sdr ?? 0),
      created: one.created + (before?.created ?? 0),
      inStage: summed([...(before?.inStage ?? []), ...one.inStage]),
      handedTo: summed(others(one.handedTo, before?.handedTo)),
      sdrFor: summed(others(one.sdrFor, before?.sdrFor)),
    });
  }
  return [...joined.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function summed(pairs: readonly (readonly [string, number])[]): Counted {
  const sums = new Map<string, number>();
  for (const [name, count] of pairs) sums.set(name, (sums.get(name) ?? 0) + count);
  return sums;
}
