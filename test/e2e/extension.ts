import type { BrowserContext, Page } from '@playwright/test';
import type { Launched } from './launch';

/** What a test can do with the extension from outside: open its pages, read its store, answer its questions. */
export interface Extension {
  readonly url: (path: string) => string;
  /** Opens an extension page in a new tab: `dashboard.html`, `popup.html?tab=12`. */
  readonly open: (path: string) => Promise<Page>;
  /** Opens the popup as it would be over the given tab, or over the active one. */
  readonly openPopup: (over?: Page) => Promise<Page>;
  /** Clicks the extension's button in the toolbar over a tab: the extension may see that tab's address from then on. */
  readonly clickAction: (over: Page) => Promise<void>;
  /** The text on that button, the same over every tab. */
  readonly badge: () => Promise<string>;
  /** The browser's number for a tab. Brings the tab to the front. */
  readonly tabId: (tab: Page) => Promise<number>;
  /** Every row of a table of the database `stafet`; empty where there is no such table yet. */
  readonly table: <Row = Record<string, unknown>>(name: string) => Promise<readonly Row[]>;
  /**
   * Answers the browser's permission prompt in advance with yes, as no test can click on it. Nothing is
   * granted by this: the extension still has to ask, from a real click, and is then told yes at once.
   */
  readonly answerPrompt: (origin: string) => Promise<void>;
  /** Grants a site: answers the prompt and asks, with a user's gesture. The extension hears `onAdded`. */
  readonly grantHost: (origin: string) => Promise<void>;
  /** Takes a site away as the user does in the browser's own settings. The extension hears `onRemoved`. */
  readonly revokeHost: (origin: string) => Promise<void>;
}

/** Remote control for a launched extension. */
export function controlExtension({ context, id, outbound }: Launched): Extension {
  const url = (path: string): string => `chrome-extension://${id}/${path}`;
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url(path));
    return page;
  };
  const tabId = async (tab: Page): Promise<number> => {
    await tab.bringToFront();
    return inQuietPage(context, url, (quiet) => quiet.evaluate(tabWithAddress, tab.url()));
  };
  const answer = (verb: 'addHostPermission' | 'removeHostPermission', origin: string): Promise<void> =>
    inSettings(context, (settings) => settings.evaluate(changeHost, [verb, id, `${origin}/*`] as const));
  return {
    url,
    open,
    tabId,
    openPopup: async (over) =>
      open(over === undefined ? 'popup.html' : `popup.html?tab=${await tabId(over)}`),
    clickAction: (over) => triggerAction(over, id),
    badge: () => inQuietPage(context, url, (quiet) => quiet.evaluate(() => chrome.action.getBadgeText({}))),
    table: (name) => inQuietPage(context, url, (quiet) => quiet.evaluate(readTable, name)) as Promise<never>,
    answerPrompt: (origin) => answer('addHostPermission', origin),
    grantHost: async (origin) => {
      outbound.allow(origin);
      await answer('addHostPermission', origin);
      await inQuietPage(context, url, (quiet) => askWithGesture(quiet, `${origin}/*`));
    },
    revokeHost: (origin) => answer('removeHostPermission', origin),
  };
}

/** The manifest as a page: the extension's origin and interfaces, and no code of ours that runs. */
async function inQuietPage<T>(
  context: BrowserContext,
  url: (path: string) => string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(url('manifest.json'));
    return await work(page);
  } finally {
    await page.close();
  }
}

async function triggerAction(over: Page, id: string): Promise<void> {
  const browser = await over.context().browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('This browser takes no commands of its own.');
  await over.bringToFront();
  // A page is the content of a tab; the toolbar belongs to the tab.
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const [tab, ...others] = targetInfos.filter((target) => target.url === over.url());
  if (tab === undefined || others.length > 0) throw new Error(`No tab, or several, show ${over.url()}`);
  await browser.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await browser.detach();
}

async function inSettings<T>(context: BrowserContext, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions/');
    return await work(page);
  } finally {
    await page.close();
  }
}

async function askWithGesture(page: Page, pattern: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send('Runtime.evaluate', {
    userGesture: true,
    awaitPromise: true,
    returnByValue: true,
    expression: `Promise.race([
      chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] }),
      new Promise((settle) => setTimeout(settle, 5000, 'no answer')),
    ])`,
  });
  if (result.value !== true) throw new Error(`${pattern} was not granted: ${String(result.value)}`);
}

/*
 * The functions below run inside the browser and see nothing of this file. They give no name to a function of
 * their own: tsx, which `npm start` uses, would wrap it in a helper that the browser lacks.
 */

async function tabWithAddress(address: string): Promise<number> {
  const tabs = await chrome.tabs.query({});
  // Without access to a site its tab has no address here; it was brought to the front just before the quiet page.
  const known = tabs.filter((tab) => tab.url === address);
  const candidates = known.length > 0 ? known : tabs.filter((tab) => tab.url === undefined);
  const latest = candidates.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  if (latest?.id === undefined) throw new Error(`No tab shows ${address}`);
  return latest.id;
}

async function readTable(name: string): Promise<unknown[]> {
  // Opening a database that is not there would make it, at a version of its own.
  const there = (await indexedDB.databases()).some((database) => database.name === 'stafet');
  if (!there) return [];
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('stafet');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    if (!database.objectStoreNames.contains(name)) return [];
    return await new Promise((resolve, reject) => {
      const request = database.transaction(name, 'readonly').objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

function changeHost([verb, id, pattern]: readonly [
  'addHostPermission' | 'removeHostPermission',
  string,
  string,
]): Promise<void> {
  // The interface of the browser's own settings page; @types/chrome does not describe these two.
  const settings = (
    chrome as unknown as {
      developerPrivate: Record<typeof verb, (id: string, pattern: string) => Promise<void>>;
    }
  ).developerPrivate;
  return settings[verb](id, pattern);
}
