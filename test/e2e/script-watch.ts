import type { Page } from '@playwright/test';

/** What our scripts do in a page, as the browser's own debugger counts it. */
export interface ScriptWatch {
  /** Names of our scripts' functions that have run since the last look, by the script's number in the browser. */
  readonly ran: () => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Listeners of our scripts on the page's window, document, root and body. */
  readonly listeners: () => Promise<readonly string[]>;
  /** Everything that our scripts have written to the page's console. */
  readonly said: () => readonly string[];
}

/** Watches the scripts of the extension in a tab. */
export async function watchScripts(page: Page): Promise<ScriptWatch> {
  const cdp = await page.context().newCDPSession(page);
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.location().url.startsWith('chrome-extension://')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.stack ?? error.message));
  const worlds: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await cdp.send('Runtime.enable');
  const [world] = worlds;
  if (world === undefined) throw new Error('the page has no world of ours');
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

  return {
    said: () => said,
    async ran() {
      const { result } = await cdp.send('Profiler.takePreciseCoverage');
      const ours = result.filter(({ url }) => url.startsWith('chrome-extension://'));
      return new Map(
        ours.map(({ scriptId, url, functions }) => [
          scriptId,
          functions.flatMap(({ functionName, ranges }) =>
            (ranges[0]?.count ?? 0) > 0 ? [`${url.split('/').at(-1)}: ${functionName}`] : [],
          ),
        ]),
      );
    },
    async listeners() {
      const found: string[] = [];
      for (const what of ['window', 'document', 'document.documentElement', 'document.body']) {
        // The debugger lists the listeners of the world that it is asked in.
        const { result } = await cdp.send('Runtime.evaluate', { expression: what, contextId: world });
        if (result.objectId === undefined) throw new Error(`the page has no ${what}`);
        const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
        found.push(...listeners.map(({ type }) => `${what} ${type}`));
      }
      return found.toSorted();
    },
  };
}
