import { logFault } from '../../lib/log';
import type { HandoffAnswer, HandoffAsk } from '../../lib/store/serve-handoffs';
import { askedWorker, type AskedWorker } from './asked-worker';
import { saveRows } from './save-rows';

/** The page's worker of handoffs, for as long as somebody asks. */
let worker: AskedWorker<HandoffAsk, never> | undefined;
let users = 0;
let ending: ReturnType<typeof setTimeout> | undefined;

/** A choice that is made anew follows the last one closely: what was read is still there for it. */
const lingerMs = 5000;

/** Keeps the page's worker alive. @returns Lets it go. */
export function holdHandoffWorker(): () => void {
  users += 1;
  clearTimeout(ending);
  let isUsed = true;
  return () => {
    if (!isUsed) return;
    isUsed = false;
    users -= 1;
    if (users === 0) ending = setTimeout(end, lingerMs);
  };
}

/**
 * Asks the page's worker.
 *
 * @returns `undefined` where it was ended, or there is nothing to answer.
 * @throws Error with the fault's name, as the store or the core says it
 */
export async function askHandoffs<Ask extends HandoffAsk>(ask: Ask): Promise<HandoffAnswer<Ask> | undefined> {
  worker ??= askedWorker('/handoffs.js', end);
  // The worker answers what it is asked.
  return (await worker.ask(ask)) as HandoffAnswer<Ask> | undefined;
}

/**
 * Has the passes that were found stored for the surfaces that cannot find them, piece by piece; of several open pages one
 * does it. What goes wrong, and what the store has changed under, is tried again with the next report.
 *
 * @returns Whether all of them are stored now.
 */
export async function storeFound(
  moment: Pick<HandoffAsk, 'today' | 'now' | 'zone'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await navigator.locks.request('handoffs', { ifAvailable: true }, async (lock) => {
      while (lock !== null && !signal.aborted) {
        const piece = await askHandoffs({ kind: 'rows' as const, ...moment });
        if (piece === undefined) return true;
        const { put, drop, learnedFrom } = piece;
        const answer = await saveRows({ table: 'handoffs', put, drop: [...drop], learnedFrom });
        if ('refused' in answer) throw new Error(answer.refused);
      }
      return false;
    });
  } catch (error) {
    logFault('handoffs', error);
    return false;
  }
}

function end(): void {
  worker?.end();
  worker = undefined;
}
