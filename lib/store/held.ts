import { browser } from 'wxt/browser';

/** Where the last forecast and the last handoffs are left for popup and badge: names in `storage.local`. */
export const heldForecastName = 'forecast';
export const heldHandoffsName = 'handoffs';

interface Held<Kept> {
  /** Version of the extension that made it: another one may mean other things. */
  readonly madeBy: string;
  readonly kept: Kept;
}

/** Leaves something to be painted first, by whatever surface opens next. */
export async function hold(name: string, kept: object): Promise<void> {
  const left: Held<object> = { madeBy: browser.runtime.getManifest().version, kept };
  await browser.storage.local.set({ [name]: left });
}

/** Takes away what was left. */
export async function dropHeld(name: string): Promise<void> {
  await browser.storage.local.remove(name);
}

/** What was left last; `undefined` where nothing is, or another version of the extension has left it. */
export async function held<Kept>(name: string): Promise<Kept | undefined> {
  const found = await browser.storage.local.get<Record<string, Held<Kept> | undefined>>(name);
  const left = found[name];
  return left?.madeBy === browser.runtime.getManifest().version ? left.kept : undefined;
}
