import { browser } from 'wxt/browser';

const id = 'crm';
const readerFile = '/content-scripts/crm.js';

/** The patterns under which the reader is registered: what was granted when that was last looked at. */
export async function registeredPatterns(): Promise<string[]> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  return registered?.matches ?? [];
}

/** Registers the reader under exactly these patterns. */
export async function registerReader(matches: readonly string[]): Promise<void> {
  const before = await registeredPatterns();
  if (before.toSorted().join() === matches.toSorted().join()) return;
  if (matches.length === 0) {
    await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [readerFile],
    matches: [...matches],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (before.length === 0) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}

/** Tabs that are open on pages of these patterns. */
export async function tabsOn(patterns: readonly string[]): Promise<number[]> {
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap(({ id: tab }) => tab ?? []);
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
