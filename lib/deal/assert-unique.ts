import { Fault } from './line-fields';

/** @throws Fault where two of a list have one id. */
export function assertUnique(these: readonly { readonly id: string }[], name: string): void {
  const seen = new Set<string>();
  for (const { id } of these) {
    if (seen.has(id)) throw new Fault(`${name} has the id ${id.slice(0, 80)} twice`);
    seen.add(id);
  }
}
