import type { Adapter } from './adapter';

/*
 * Adapters that come in scripts of their own, put into a tab only where a page needs them: they are larger than all else
 * that the reader needs.
 */

const slot = Symbol.for('stafet.adapters');
type World = typeof globalThis & { [slot]?: ReadonlyMap<string, Adapter> };

/**
 * Leaves adapters where this tab's reader finds them; the page cannot see the isolated world. One that lacks a part never
 * takes the place of the whole one: its script may run again, with the one for named CRMs.
 */
export function publishAdapters(adapters: readonly Adapter[]): void {
  const world = globalThis as World;
  const had = new Map(world[slot]);
  const isWhole = (one: Adapter | undefined) => one !== undefined && one.lacks === undefined;
  for (const one of adapters) if (isWhole(one) || !isWhole(had.get(one.crm))) had.set(one.crm, one);
  world[slot] = had;
}

/** An adapter by its CRM's short name, once its script runs in this tab. */
export function lateAdapter(crm: string): Adapter | undefined {
  return (globalThis as World)[slot]?.get(crm);
}
