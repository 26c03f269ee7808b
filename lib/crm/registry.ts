import type { Adapter, Page } from './adapter';
import { findGeneric } from './generic-slot';
import { tryton } from './tryton/adapter';

/** Every CRM that we know by name. */
export const adapters: readonly Adapter[] = [tryton];

/** The adapter for a page: the first that says it is its own, else the generic one where it has been loaded. */
export function adapterFor(page: Page, among: readonly Adapter[] = adapters): Adapter | undefined {
  return among.find((adapter) => adapter.matches(page)) ?? findGeneric();
}
