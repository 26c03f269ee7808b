import { type Browser, startBrowser } from './browser';
import { type Target, openTarget } from './target';

/** One run of the browser on a profile, with a page of the CRM open that our reader runs on. */
export interface Session {
  readonly browser: Browser;
  /** The extension's id: the host of its pages. */
  readonly id: string;
  /** The browser's number for each of the extension's storage buckets, by name. */
  readonly buckets: ReadonlyMap<string, string>;
  /** Sends a message as the reader on the CRM's page does, and waits for its answer. */
  readonly fromReader: (type: string, data: unknown) => Promise<unknown>;
  /** The same as one of the extension's own pages. */
  readonly fromPage: (type: string, data: unknown) => Promise<unknown>;
  /** Runs a function of this harness inside the extension's origin; it sees nothing of its file. */
  readonly inPage: Target['call'];
  /** Opens another of the extension's pages. */
  readonly open: (path: string) => Promise<Target>;
  /** Ends the service worker on the spot, as the browser may do at any moment. */
  readonly killWorker: () => Promise<void>;
  /** Limits what the extension may store, in bytes; `undefined` lifts it. Binds none that has `unlimitedStorage`. */
  readonly limitStorage: (bytes: number | undefined) => Promise<void>;
}

export interface SessionOptions {
  readonly home: string;
  readonly extension: string;
  /** Address of the CRM's page. */
  readonly page: string;
}

const PATIENCE_MS = 20_000;

/** Starts the browser and waits until the reader runs on the page: from then on it can be spoken for. */
export async function startSession({ home, extension, page }: SessionOptions): Promise<Session> {
  const browser = startBrowser(home, extension);
  try {
    const crm = await openTarget(browser.cdp, page);
    const world = await within(PATIENCE_MS, crm.extensionWorld(), 'The reader did not start on the page.');
    const { host: id } = new URL(world.origin);
    // The manifest as a page: the extension's origin and interfaces, and no code of ours that runs.
    const quiet = await openTarget(browser.cdp, `chrome-extension://${id}/manifest.json`);
    await quiet.enable('ServiceWorker');
    return {
      browser,
      id,
      buckets: await trackBuckets(quiet, `chrome-extension://${id}/`),
      fromReader: (type, data) => crm.call(sendMessage, [type, data], world),
      fromPage: (type, data) => quiet.call(sendMessage, [type, data]),
      inPage: quiet.call,
      open: (path) => openTarget(browser.cdp, `chrome-extension://${id}/${path}`),
      killWorker: () => quiet.send('ServiceWorker.stopAllWorkers'),
      limitStorage: (quotaSize) =>
        quiet.send('Storage.overrideQuotaForOrigin', {
          origin: `chrome-extension://${id}`,
          ...(quotaSize === undefined ? {} : { quotaSize }),
        }),
    };
  } catch (error) {
    await browser.kill();
    throw error;
  }
}

/** Buckets as they are made, and made anew: each has a folder of its own on disk. */
async function trackBuckets(target: Target, storageKey: string): Promise<ReadonlyMap<string, string>> {
  const buckets = new Map<string, string>();
  target.onEvent(({ method, params }) => {
    if (method !== 'Storage.storageBucketCreatedOrUpdated') return;
    // In the shape of the protocol; the default bucket has no name.
    const { bucket, id } = params['bucketInfo'] as { bucket: { name?: string }; id: string };
    if (bucket.name !== undefined) buckets.set(bucket.name, id);
  });
  await target.send('Storage.setStorageBucketTracking', { storageKey, enable: true });
  return buckets;
}

/** Rejects with a sentence where the work takes too long; the browser's end is told as such. */
export async function within<Value>(ms: number, work: Promise<Value>, sentence: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(sentence)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing was heard in time: silence, which tells nothing of what happened. */
export class Late extends Error {}

/** In the shape of the extension's messages. Runs in the browser. */
async function sendMessage([type, data]: readonly [string, unknown]): Promise<unknown> {
  const message = { id: Math.floor(Math.random() * 1e9), type, data, timestamp: Date.now() };
  const answer = (await chrome.runtime.sendMessage(message)) as { res?: unknown; err?: { message?: string } };
  if (answer === undefined) throw new Error('no response');
  if (answer.err !== undefined) throw new Error(String(answer.err.message ?? 'failed'));
  return answer.res;
}
