import { browser } from 'wxt/browser';
import type { FrozenForecast } from '../../lib/forecast/record/frozen-forecast';
import type { Progress } from '../../lib/forecast/record/walk-past';
import { logFault } from '../../lib/log';
import { ask as askBackground } from '../../lib/messages/ask';
import { sendMessage } from '../../lib/messages/client';
import type { ForecastAnswer, ForecastAsk, ForecastReply } from '../../lib/store/serve-forecasts';

let calls = 0;

/**
 * Asks a worker of its own, which ends with the answer: what is learned from 100,000 deals takes seconds.
 *
 * @param onProgress Told how far a track record has come.
 * @returns `undefined` where it was given up, or where there is nothing to forecast.
 * @throws Error with the fault's name, as the store or the core says it
 */
export async function askForecastWorker<Ask extends ForecastAsk>(
  ask: Ask,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<ForecastAnswer<Ask> | undefined> {
  const home = await browser.storage.local.get('home');
  const worker = new Worker(trusted(browser.runtime.getURL('/forecast.js')));
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
  const id = (calls += 1);
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
      worker.addEventListener('error', ({ message }) =>
        reject(new Error(message || 'The worker did not start')),
      );
      worker.addEventListener('message', ({ data }) => {
        // The other end is our own script.
        const reply = data as ForecastReply;
        if (reply.id !== id) return;
        if ('progress' in reply) onProgress?.(reply.progress);
        else if ('frozen' in reply) void freeze(reply.frozen);
        else if ('fault' in reply) reject(new DOMException(reply.fault.message, reply.fault.name));
        else resolve(reply.answer as ForecastAnswer<Ask> | undefined);
      });
      worker.postMessage({ id, ask, home });
    });
  } finally {
    worker.terminate();
  }
}

/** Has the day's forecasts stored, as they were made first. What goes wrong is tried again with the next forecast. */
async function freeze(put: readonly FrozenForecast[]): Promise<void> {
  try {
    const { refusalOf } = await import('../../lib/messages/check-own');
    const refusal = refusalOf('snapshots', put);
    if (refusal !== undefined) throw new Error(refusal.refused);
    await askBackground(() => sendMessage('saveRows', { table: 'snapshots', put, isKept: true }));
  } catch (error) {
    logFault('freeze', error);
  }
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<Policies['createPolicy']> | undefined;

/** Our own script's address as the extension pages' policy wants it; a browser without trusted types takes the text. */
function trusted(url: string): string {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policy ??= types?.createPolicy('stafet-worker', {
    createScriptURL: (asked_) => {
      if (asked_ !== browser.runtime.getURL('/forecast.js')) throw new TypeError('not our worker');
      return asked_;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}
