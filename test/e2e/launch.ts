import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findChromium } from '../tools/find-chromium.mjs';
import { type Outbound, watchOutbound } from './outbound';
import { placeExtension } from './place-extension';

const OLDEST_CHROMIUM = 144;

export interface LaunchOptions {
  /** Match patterns granted from the start, as a `STAFET_HOSTS` build has them. None when left out. */
  readonly hosts?: readonly string[];
  /** Optional permissions that are given from the start. */
  readonly given?: readonly string[];
  readonly locale?: 'en' | 'da';
  readonly colorScheme?: 'light' | 'dark';
  readonly headless?: boolean;
  readonly timezoneId?: string;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Folder of a built extension; default `STAFET_BUILD`, else `.output/chrome-mv3`. */
  readonly extension?: string;
  /** `open` lets every host be reached: for a person at the window, never for a test. Default `closed`. */
  readonly network?: 'open' | 'closed';
  /** A folder to keep the profile in, so that a second launch finds what the first one stored. */
  readonly profile?: string;
}

export interface Launched {
  readonly context: BrowserContext;
  /** The extension's id: the host of its pages. */
  readonly id: string;
  /** Where this launch's copy of the build lies. */
  readonly folder: string;
  readonly outbound: Outbound;
  readonly close: () => Promise<void>;
}

/**
 * Starts a Chromium with the built extension in a profile of its own. Unless its network is open, no request
 * reaches any host but 127.0.0.1: all others end at a proxy that refuses and remembers them.
 */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const home = options.profile ?? mkdtempSync(join(tmpdir(), 'stafet-'));
  const locale = options.locale ?? 'en';
  const isOpen = options.network === 'open';
  const extension = placeExtension(home, options);
  const outbound = await watchOutbound(options.hosts ?? []);
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: browserPath(),
    headless: options.headless ?? process.env['STAFET_HEADED'] !== '1',
    locale,
    colorScheme: options.colorScheme ?? 'light',
    ...(options.timezoneId === undefined ? {} : { timezoneId: options.timezoneId }),
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ...(isOpen ? {} : { proxy: { server: outbound.proxy, bypass: '127.0.0.1' } }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${locale}`,
      // Besides the proxy: a page could still look a name up.
      ...(isOpen ? [] : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']),
      // Lets a test click on the toolbar's button (CDP `Extensions.triggerAction`).
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  outbound.follow(context);
  const close = async (): Promise<void> => {
    await context.close();
    await outbound.stop();
    if (options.profile === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    refuseOldBrowser(context);
    const id = new URL((await serviceWorker(context)).url()).host;
    return { context, id, folder: extension, outbound, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The extension's service worker; waits for it to start. */
export async function serviceWorker(context: BrowserContext): Promise<Worker> {
  const running = context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
  if (running !== undefined) return running;
  return context.waitForEvent('serviceworker', { timeout: 15_000 }).catch((cause: unknown) => {
    throw new Error(
      'The browser did not load the extension (Chrome and some company policies refuse it; Chromium does not).',
      {
        cause,
      },
    );
  });
}

function browserPath(): string {
  const path = findChromium();
  if (path === undefined)
    throw new Error('No Chromium found; `npm test` and `npm start` say how to get one.');
  return path;
}

function refuseOldBrowser(context: BrowserContext): void {
  const version = context.browser()?.version() ?? '';
  const major = Number.parseInt(version, 10);
  if (major < OLDEST_CHROMIUM)
    throw new Error(`This browser is version ${version}; Stafet needs ${OLDEST_CHROMIUM} or later.`);
}
