import type { FrozenForecast } from '../../lib/forecast/record/frozen-forecast';
import type { Progress } from '../../lib/forecast/record/walk-past';
import { logFault } from '../../lib/log';
import type { StateMark } from '../../lib/store/read-state';
import type { ForecastAnswer, ForecastAsk, ForecastNote } from '../../lib/store/serve-forecasts';
import { askedWorker } from './asked-worker';
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

/**
 * Starts a forecast worker; what was learned is in it as long as it lives.
 *
 * @param onBroken Called where it did not start, or broke down: it answers nothing any more.
 */
export function forecastWorker(onBroken?: () => void): ForecastWorker {
  const worker = askedWorker<ForecastAsk, ForecastNote>('/forecast.js', onBroken);
  return {
    async ask<Ask extends ForecastAsk>(ask: Ask, onProgress?: (progress: Progress) => void) {
      const answer = await worker.ask(ask, (note) => {
        if ('progress' in note) onProgress?.(note.progress);
        else void freeze(note.frozen, note.learnedFrom);
      });
      return answer as ForecastAnswer<Ask> | undefined;
    },
    end: worker.end,
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
