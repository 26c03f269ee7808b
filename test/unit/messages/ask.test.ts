import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask } from '../../../lib/messages/ask';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('asks again where nobody answered, and hands on what the next worker says', async () => {
  const answers = [() => Promise.reject(new Error('The message port closed')), async () => ({ saved: true })];
  const say = vi.fn(async () => answers.shift()?.());
  const answer = ask(say);
  await vi.runAllTimersAsync();
  expect(await answer).toEqual({ saved: true });
  expect(say).toHaveBeenCalledTimes(2);
});

it('takes a worker that fails each time at its word, after some three seconds', async () => {
  const say = vi.fn(() => Promise.reject(new Error('disk full')));
  const answer = ask(say).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await answer).toEqual(new Error('disk full'));
  expect(say).toHaveBeenCalledTimes(4);
});

it('does not ask again where it was refused: that is an answer', async () => {
  const say = vi.fn(async () => ({ refused: 'sender: not one of our pages' }));
  expect(await ask(say)).toEqual({ refused: 'sender: not one of our pages' });
  expect(say).toHaveBeenCalledTimes(1);
});
