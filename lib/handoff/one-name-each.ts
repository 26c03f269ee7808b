import type { ProcessVersion } from '../deal/process';

/** A function that gives each person one name, by what a version says of aliases. */
export function oneNameEach(version: ProcessVersion | undefined): (name: string) => string {
  const names = new Map(
    (version?.people ?? []).flatMap(({ name, aliases }) =>
      aliases.map((alias): [string, string] => [alias, name]),
    ),
  );
  return (name) => names.get(name) ?? name;
}
