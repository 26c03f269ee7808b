import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../tools/find-chromium.mjs';
import { devTools, type DevTools, type Session } from './devtools';
import { type ExtensionCopy, placeCopy } from './extension-copy';

export interface StartOptions {
  /** Folder for the profile and the copies of the extensions. */
  readonly home: string;
  readonly extensions: readonly ExtensionCopy[];
  /** Port of 127.0.0.1 at which every host that ends in `.test` is served. */
  readonly port: number;
}

export interface Chromium extends DevTools {
  /** An empty tab: what a popup is opened over, and from where workers are started and stopped. */
  readonly tab: Session;
  /** The same tab as the toolbar knows it. */
  readonly tabId: string;
  /** Ends the browser as a user does, so that its profile is whole. */
  readonly close: () => Promise<void>;
}

/** Starts a headless Chromium with these extensions. It reaches nothing but the given port of this machine. */
export async function startChromium({ home, extensions, port }: StartOptions): Promise<Chromium> {
  const path = findChromium();
  if (path === undefined) throw new Error('No Chromium found.');
  const folders = extensions.map((extension) => {
    const folder = join(home, 'extensions', extension.name);
    mkdirSync(folder, { recursive: true });
    placeCopy(extension, folder);
    return folder;
  });
  const browser = spawn(
    path,
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
      '--use-mock-keychain',
      '--lang=en',
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      `--user-data-dir=${join(home, 'profile')}`,
      `--host-resolver-rules=MAP *.test:80 127.0.0.1:${port},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
      `--disable-extensions-except=${folders.join(',')}`,
      `--load-extension=${folders.join(',')}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => void browser.once('exit', () => resolve()));
  const tools = devTools(browser);
  try {
    await tools.send('Target.setDiscoverTargets', { discover: true });
    const tab = await emptyTab(tools);
    return {
      ...tools,
      ...tab,
      close: async () => {
        await tools.send('Browser.close').catch(() => {});
        const late = setTimeout(() => browser.kill('SIGKILL'), 20_000);
        await ended;
        clearTimeout(late);
      },
    };
  } catch (error) {
    browser.kill('SIGKILL');
    await ended;
    throw error;
  }
}

async function emptyTab(tools: DevTools): Promise<{ tab: Session; tabId: string }> {
  const { targetInfos } = await tools.send('Target.getTargets', {
    filter: [{ type: 'page' }, { type: 'tab' }],
  });
  const page = targetInfos.find(({ type, url }) => type === 'page' && url === 'about:blank');
  const strip = targetInfos.find(({ type, url }) => type === 'tab' && url === 'about:blank');
  if (page === undefined || strip === undefined) throw new Error('The browser opened without its empty tab.');
  const { sessionId } = await tools.send('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  const tab = tools.session(sessionId);
  await tab.send('ServiceWorker.enable');
  return { tab, tabId: strip.targetId };
}
