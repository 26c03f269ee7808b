import { browser } from 'wxt/browser';

const name = 'leftAlone';

/** Notes tabs that get no reader until their page is loaded anew: what they show was wiped, and not to be read at once. */
export async function leaveAlone(tabs: readonly number[]): Promise<void> {
  if (tabs.length === 0) return;
  await browser.storage.session.set({ [name]: [...new Set([...(await leftAlone()), ...tabs])] });
}

/** The tabs that are left alone; a page that is loaded anew in one of them is read all the same. */
export async function leftAlone(): Promise<readonly number[]> {
  const held = await browser.storage.session.get<Record<string, readonly number[]>>(name);
  return held[name] ?? [];
}

/** A new permission is a new beginning. */
export async function leaveNoneAlone(): Promise<void> {
  await browser.storage.session.remove(name);
}
