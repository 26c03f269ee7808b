import type { Adapter } from './adapter';

/*
 * The way for CRMs that nobody named is a script of its own, put into a tab only where no named adapter reads the page:
 * it is larger than all else that the reader needs.
 */

const slot = Symbol.for('stafet.generic');
type World = typeof globalThis & { [slot]?: Adapter };

/** Leaves the generic adapter where this tab's reader finds it; the page cannot see the isolated world. */
export function publishGeneric(adapter: Adapter): void {
  (globalThis as World)[slot] = adapter;
}

/** The generic adapter, once its script runs in this tab. */
export function findGeneric(): Adapter | undefined {
  return (globalThis as World)[slot];
}
