import { browser } from 'wxt/browser';

/** A tab that the browser has frozen answers when it thaws, which may be tomorrow. */
const patienceMs = 2000;

/**
 * Says something to every tab that may hold one of our scripts (without a host's permission their addresses are hidden
 * from us), and waits until all have answered; not for one that has none of our scripts, nor long for one that is frozen.
 */
export async function tellTabs(tell: (tab: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({});
  await inTime(tabs.flatMap(({ id }) => (id === undefined ? [] : [tell(id).catch(() => undefined)])));
}

/** Waits for work in tabs, but no longer than a tab that is awake needs. */
export async function inTime(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.race([Promise.all(work), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}
