import { browser } from 'wxt/browser';
import { faultKey, outcomeKey, secondCopyKey } from '../store/guard/keys';
import type { RestoreOutcome, SecondCopy, StoreError } from './views';

/** The fault that keeps the store from being written; `undefined`: none. */
export async function lastStoreFault(): Promise<StoreError | undefined> {
  return (await browser.storage.session.get<Record<string, StoreError>>(faultKey))[faultKey];
}

/** What became of a store that the browser had lost; `undefined`: it was not, or the user has taken note. */
export async function lastOutcome(): Promise<RestoreOutcome | undefined> {
  return (await browser.storage.local.get<Record<string, RestoreOutcome>>(outcomeKey))[outcomeKey];
}

/** The user has taken note. */
export async function dismissOutcome(): Promise<void> {
  await browser.storage.local.remove(outcomeKey);
}

/** Since when there is one copy of the store only; `undefined`: there are two. */
export async function missingCopy(): Promise<SecondCopy | undefined> {
  return (await browser.storage.local.get<Record<string, SecondCopy>>(secondCopyKey))[secondCopyKey];
}
