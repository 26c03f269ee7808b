import { browser } from 'wxt/browser';
import { storeErrorOf } from '../store/store-error';
import type { StoreError } from './views';

const name = 'storeError';

/** Runs a write; a failure is noted for every surface before it is thrown on, a success takes the note away. */
export async function notingFaults<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    const value = await write();
    await browser.storage.session.remove(name);
    return value;
  } catch (error) {
    await browser.storage.session.set({ [name]: storeErrorOf(error) });
    throw error;
  }
}

/** The fault that the last write met; `undefined`: none. */
export async function lastStoreFault(): Promise<StoreError | undefined> {
  const held = await browser.storage.session.get<Record<string, StoreError>>(name);
  return held[name];
}
