import { sleep } from './outbox';

const tries = 4;

/**
 * Asks the worker from a page of ours, with what does no harm when it is said twice. A worker that dies answers nothing,
 * and is asked again: the next one answers. One that fails each time is taken at its word.
 *
 * @throws Error as the last try did
 */
export async function ask<Answer>(say: () => Promise<Answer>): Promise<Answer> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await say();
    } catch (error) {
      if (nth === tries) throw error;
      await sleep(150 * 2 ** nth, new AbortController().signal);
    }
  }
}
