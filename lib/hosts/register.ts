import { browser } from 'wxt/browser';
import { grantedPatterns } from './granted';

const id = 'crm';
const readerFile = '/content-scripts/crm.js';

/**
 * Makes the registered reader match the granted hosts exactly. Runs at every start and after every change of
 * permissions: what is true afterwards does not depend on what was missed while no worker ran.
 * @returns The patterns under which the reader now runs.
 */
export async function reconcileReader(): Promise<string[]> {
  const matches = await grantedPatterns();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return matches;
  }
  const script = {
    id,
    js: [readerFile],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
  return matches;
}

/** Starts the reader in the tabs that are open already; it finds a running one and lets it be. */
export async function readOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.all(tabs.flatMap(({ id: tab }) => (tab === undefined ? [] : [runIn(tab, 'crm')])));
}

/** Puts one of our scripts into a tab. @returns False where the tab cannot be reached (closed, not allowed). */
export async function runIn(tabId: number, name: 'crm' | 'generic' | 'overlay' | 'sync'): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [`/content-scripts/${name}.js`] });
    return true;
  } catch {
    // The tab closed, moved on, or shows an error page: there is nothing to read in it.
    return false;
  }
}

/** Tabs that may hold one of our scripts. Without a host's permission their addresses are hidden from us. */
export async function everyTab(): Promise<number[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id: tab }) => tab ?? []);
}
