import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { Launched } from './launch';

/** What the browser can do to the extension as a whole. */
export interface Lifecycle {
  /** Replaces the extension by a newer version of itself, as an update from the store does. */
  readonly update: () => Promise<void>;
  readonly disable: () => Promise<void>;
  readonly enable: () => Promise<void>;
  readonly remove: () => Promise<void>;
  /**
   * Ends the service worker as the browser may at any moment: whatever it is doing is not done.
   * @returns Whether it was running.
   */
  readonly killWorker: () => Promise<boolean>;
  /** Ends it again and again, after waits of `least` to `most` milliseconds, until it was running so many times. */
  readonly killOften: (times: number, wait: { least: number; most: number }) => Promise<void>;
}

/** The life of a launched extension, in a test's hand. */
export function lifecycleOf(launched: Pick<Launched, 'context' | 'id' | 'folder'>): Lifecycle {
  const { context, id, folder } = launched;
  let versions = 0;
  const running = new Set<string>();
  let killer: Promise<CDPSession> | undefined;

  async function inBrowser(method: 'Extensions.loadUnpacked' | 'Extensions.uninstall', params: object) {
    const browser = await context.browser()?.newBrowserCDPSession();
    if (browser === undefined) throw new Error('This browser takes no commands of its own.');
    // Playwright's types know these commands in some of its versions only.
    await browser.send(method as never, params as never);
    await browser.detach();
  }
  async function setEnabled(isEnabled: boolean): Promise<void> {
    const settings = await context.newPage();
    await settings.goto('chrome://extensions/');
    await settings.evaluate(([which, on]) => chrome.management.setEnabled(which, on), [
      id,
      isEnabled,
    ] as const);
    await settings.close();
  }
  const lifecycle: Lifecycle = {
    async update() {
      versions += 1;
      const scripts = readdirSync(join(folder, 'content-scripts')).map((name) =>
        join('content-scripts', name),
      );
      for (const path of [...scripts, 'generic.js'])
        // Other text, so that the browser tells old scripts and new ones apart.
        appendFileSync(join(folder, path), `\n// update ${versions}\n`);
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
      writeFileSync(file, JSON.stringify({ ...manifest, version: `9.${versions}.0` }));
      await inBrowser('Extensions.loadUnpacked', { path: folder });
    },
    disable: () => setEnabled(false),
    enable: () => setEnabled(true),
    async remove() {
      // One that the command line loaded cannot be removed; loaded again as its own update it can.
      await lifecycle.update();
      await inBrowser('Extensions.uninstall', { id });
    },
    async killWorker() {
      killer ??= context.newPage().then((page) => killerIn(page, running));
      const cdp = await killer;
      const isRunning = running.size > 0;
      await cdp.send('ServiceWorker.stopAllWorkers');
      return isRunning;
    },
    async killOften(times, { least, most }) {
      const until = Date.now() + 50_000;
      for (let nth = 0, met = 0; met < times; nth += 1) {
        if (Date.now() > until) throw new Error(`the worker was running ${met} times of ${times}`);
        // Spread over the whole range in a fixed order: a test must not depend on chance.
        await pause(least + ((nth * 0.618) % 1) * (most - least));
        if (await lifecycle.killWorker()) met += 1;
      }
    },
  };
  return lifecycle;
}

async function killerIn(page: Page, running: Set<string>): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'running' || runningStatus === 'starting') running.add(versionId);
      else running.delete(versionId);
    }
  });
  await cdp.send('ServiceWorker.enable');
  return cdp;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
