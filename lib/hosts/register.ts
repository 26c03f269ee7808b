import { browser } from 'wxt/browser';

const id = 'crm';
/** Our scripts for a CRM's pages, by where the build puts them. */
const files = {
  crm: '/content-scripts/crm.js',
  generic: '/generic.js',
  boxes: '/boxes.js',
  named: '/named.js',
  overlay: '/content-scripts/overlay.js',
  sync: '/content-scripts/sync.js',
  teach: '/content-scripts/teach.js',
} as const;

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
    js: [files.crm],
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
export async function runIn(tabId: number, name: keyof typeof files): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [files[name]] });
    return true;
  } catch {
    // The tab closed, moved on, or shows an error page: there is nothing to read in it.
    return false;
  }
}
