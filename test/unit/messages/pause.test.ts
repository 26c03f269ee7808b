import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendMessage } from '../../../lib/messages/client';
import { pauseInWorker } from '../../../lib/messages/pause';

vi.mock('../../../lib/messages/client', () => ({ sendMessage: vi.fn() }));
const worker = vi.mocked(sendMessage);

/** Milliseconds that the worker was asked to wait, call by call. */
const asked = () => worker.mock.calls.map(([, data]) => (data as { ms: number }).ms);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  worker.mockReset();
});

describe('pauseInWorker', () => {
  it('waits as long as it is asked to, in pieces that a worker survives', async () => {
    worker.mockResolvedValue({ waited: true } as never);
    await pauseInWorker(130_000, new AbortController().signal);
    expect(asked()).toEqual([20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 10_000]);
  });

  it('waits by its own clock where the worker has died', async () => {
    worker.mockRejectedValue(new Error('closed'));
    let waited = false;
    const pause = pauseInWorker(30_000, new AbortController().signal).then(() => (waited = true));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(waited).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await pause;
  });

  it('ends at once where it is cancelled', async () => {
    worker.mockReturnValue(new Promise(() => {}));
    const stop = new AbortController();
    const pause = pauseInWorker(130_000, stop.signal);
    stop.abort(new Error('cancelled'));
    await expect(pause).rejects.toThrow('cancelled');
    await expect(pauseInWorker(0, stop.signal)).rejects.toThrow('cancelled');
    expect(asked()).toEqual([20_000]);
  });

  it('asks for nothing where there is nothing to wait for', async () => {
    await pauseInWorker(0, new AbortController().signal);
    expect(asked()).toEqual([]);
  });
});
