import type { Adapter } from './adapter';

/*
 * Adapters that come in scripts of their own, put into a tab only where a page needs them: they are larger than all else
 * that the reader needs.
 */

const slot = Symbol.for('stafet.adapters');
type World = typeof globalThis & { [slot]?: ReadonlyMap<string, Adapter> };

/** Leaves adapters where this tab's reader finds them; the page cannot see the isolated world. */
export function publishAdapters(adapters: readonly Adapter[]): void {
  const world = globalThis as World;
  world[slot] = new Map([...(world[slot] ?? []), ...adapters.map((one) => [one.crm, one] as const)]);
}

/** An adapter by its CRM's short name, once its script runs in this tab. */
export function lateAdapter(crm: string): Adapter | undefined {
  return (globalThis as World)[slot]?.get(crm);
}
