import { describe, expect, it, vi } from 'vitest';
import { createOutbox } from '../../../lib/messages/outbox';

const noWait = () => Promise.resolve();

function outbox(send: (batch: string) => Promise<{ ok: string } | { refused: string }>, patienceMs = 20) {
  const stop = new AbortController();
  return { stop, ...createOutbox({ send, signal: stop.signal, patienceMs, wait: noWait }) };
}

describe('the outbox', () => {
  it('hands on the acknowledgement', async () => {
    const { deliver } = outbox(async (batch) => ({ ok: batch }));
    expect(await deliver('a')).toEqual({ kind: 'acked', ack: { ok: 'a' } });
  });

  it('sends the same batch again after an error and after silence, until it is acknowledged', async () => {
    const answers = [
      () => Promise.reject(new Error('Could not establish connection')),
      () => new Promise<never>(() => {}),
      () => Promise.resolve(undefined as never),
      () => Promise.resolve({ ok: 'stored' }),
    ];
    const send = vi.fn(async (_batch: string) => answers.shift()?.() ?? Promise.reject(new Error('no more')));
    const { deliver } = outbox(send);
    expect(await deliver('a')).toEqual({ kind: 'acked', ack: { ok: 'stored' } });
    expect(send.mock.calls).toEqual([['a'], ['a'], ['a'], ['a']]);
  });

  it('does not send a refused batch again', async () => {
    const send = vi.fn(async () => ({ refused: 'tenant: too_small' }));
    const { deliver } = outbox(send);
    expect(await deliver('a')).toEqual({ kind: 'refused', why: 'tenant: too_small' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('keeps the order, one batch under way at a time', async () => {
    const order: string[] = [];
    let free = () => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    const { deliver, waiting } = outbox(async (batch) => {
      order.push(`start ${batch}`);
      if (batch === 'a') await held;
      order.push(`end ${batch}`);
      return { ok: batch };
    }, 1000);
    const both = [deliver('a'), deliver('b')];
    expect(waiting()).toBe(2);
    free();
    await Promise.all(both);
    expect(order).toEqual(['start a', 'end a', 'start b', 'end b']);
    expect(waiting()).toBe(0);
  });

  it('ends in silence once its extension is gone', async () => {
    const { deliver } = outbox(() => Promise.reject(new Error('Extension context invalidated.')));
    expect(await deliver('a')).toEqual({ kind: 'orphaned' });
  });

  it('ends when it is told to stop', async () => {
    const { deliver, stop } = outbox(() => Promise.reject(new Error('busy')));
    const delivery = deliver('a');
    stop.abort();
    expect(await delivery).toEqual({ kind: 'orphaned' });
  });
});
