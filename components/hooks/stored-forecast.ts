import { browser } from 'wxt/browser';
import type { ForecastReport } from '../../lib/forecast/report';
import type { ForecastQuery } from '../../lib/store/read-forecast';
import type { ForecastCall, ForecastReply } from '../../lib/store/serve-forecasts';
import { followStore } from './follow-store';
import type { Live } from './platform';

/**
 * The forecast of the stored deals, made by a worker, that follows the store. The worker ends with the last listener.
 */
export function storedForecast(
  query: ForecastQuery,
  onFault: (fault: unknown) => void,
): Live<ForecastReport> {
  let calls = 0;
  return followStore<ForecastReport>(async (signal) => {
    const home = await browser.storage.local.get('home');
    const worker = new Worker(trusted(browser.runtime.getURL('/forecast.js')));
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    try {
      return await asked(worker, { id: (calls += 1), query, home }, signal);
    } finally {
      worker.terminate();
    }
  }, onFault);
}

/** @returns `undefined` where it was given up. */
function asked(worker: Worker, call: ForecastCall, signal: AbortSignal): Promise<ForecastReport | undefined> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'The worker did not start')),
    );
    worker.addEventListener('message', ({ data }) => {
      // The other end is our own script.
      const reply = data as ForecastReply;
      if (reply.id !== call.id) return;
      if ('report' in reply) resolve(reply.report);
      else reject(new DOMException(reply.fault.message, reply.fault.name));
    });
    worker.postMessage(call);
  });
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
