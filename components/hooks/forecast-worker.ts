import { browser } from 'wxt/browser';
import type { FrozenForecast } from '../../lib/forecast/record/frozen-forecast';
import type { Progress } from '../../lib/forecast/record/walk-past';
import { logFault } from '../../lib/log';
import type { StateMark } from '../../lib/store/read-state';
import type { ForecastAnswer, ForecastAsk, ForecastReply } from '../../lib/store/serve-forecasts';
import { ownWorker } from './own-worker';
import { saveRows } from './save-rows';

/** A worker that learns and answers, until it is ended. */
export interface ForecastWorker {
  /**
   * @param onProgress Told how far a track record has come.
   * @returns `undefined` where it was ended, or where there is nothing to answer.
   * @throws Error with the fault's name, as the store or the core says it
   */
  ask<Ask extends ForecastAsk>(
    ask: Ask,
    onProgress?: (progress: Progress) => void,
  ): Promise<ForecastAnswer<Ask> | undefined>;
  end(): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (fault: unknown) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * Starts a forecast worker; what was learned is in it as long as it lives.
 *
 * @param onBroken Called where it did not start, or broke down: it answers nothing any more.
 */
export function forecastWorker(onBroken?: () => void): ForecastWorker {
  const worker = ownWorker('/forecast.js');
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let isEnded = false;
  let broken: Error | undefined;
  const settle = (how: (one: Waiting) => void) => {
    const all = [...waiting.values()];
    waiting.clear();
    all.forEach(how);
  };
  worker.addEventListener('error', ({ message }) => {
    const error = new Error(message || 'The worker did not start');
    broken = error;
    settle(({ reject }) => reject(error));
    onBroken?.();
  });
  worker.addEventListener('message', ({ data }) => {
    // The other end is our own script.
    const reply = data as ForecastReply;
    const one = waiting.get(reply.id);
    if ('progress' in reply) return one?.onProgress?.(reply.progress);
    if ('frozen' in reply) return void freeze(reply.frozen, reply.learnedFrom);
    waiting.delete(reply.id);
    if ('fault' in reply) one?.reject(new DOMException(reply.fault.message, reply.fault.name));
    else one?.resolve(reply.answer);
  });
  return {
    async ask<Ask extends ForecastAsk>(ask: Ask, onProgress?: (progress: Progress) => void) {
      // A worker cannot ask where the store lives.
      const home = ask.kind === 'what-if' ? {} : await browser.storage.local.get('home');
      if (broken !== undefined) throw broken;
      if (isEnded) return undefined;
      const id = (calls += 1);
      const answer = await new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress });
        worker.postMessage({ id, ask, home });
      });
      return answer as ForecastAnswer<Ask> | undefined;
    },
    end: () => {
      isEnded = true;
      worker.terminate();
      settle(({ resolve }) => resolve(undefined));
    },
  };
}

/** Asks a worker of its own, which ends with the answer: what is learned from 100,000 deals takes seconds. */
export async function askForecastWorker<Ask extends ForecastAsk>(
  ask: Ask,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<ForecastAnswer<Ask> | undefined> {
  const worker = forecastWorker();
  signal.addEventListener('abort', worker.end, { once: true });
  try {
    return await worker.ask(ask, onProgress);
  } finally {
    worker.end();
  }
}

/**
 * Has the day's forecasts stored, as they were made first. What goes wrong, and what the store has changed under, is tried
 * again with the next forecast.
 */
async function freeze(put: readonly FrozenForecast[], learnedFrom: StateMark): Promise<void> {
  try {
    const answer = await saveRows({ table: 'snapshots', put, isKept: true, learnedFrom });
    if ('refused' in answer) throw new Error(answer.refused);
  } catch (error) {
    logFault('freeze', error);
  }
}
