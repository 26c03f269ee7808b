import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onMessage, sendMessage } from '../../../lib/messages/client';

type Listener = (message: unknown, sender: object, respond: (reply: unknown) => void) => boolean;
const listeners = vi.hoisted(() => new Set<Listener>());
const sender = { id: 'stafet' };

/** As a browser does: the first reply counts; where nobody will reply, none. */
const deliver = vi.hoisted(
  () => (message: unknown) =>
    new Promise((resolve) => {
      const copy: unknown = JSON.parse(JSON.stringify(message));
      const willReply = [...listeners].map((listener) =>
        listener(copy, { id: 'stafet' }, (reply) => resolve(JSON.parse(JSON.stringify(reply)))),
      );
      if (!willReply.includes(true)) resolve(undefined);
    }),
);

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
      sendMessage: deliver,
    },
    tabs: { sendMessage: async (_tab: number, message: unknown) => deliver(message) },
  },
}));

beforeEach(() => listeners.clear());

describe('messages', () => {
  it('brings what is said, and who says it, to the handler of that name, and its answer back', async () => {
    const heard: unknown[] = [];
    const stop = onMessage('pause', async (message) => {
      heard.push(message);
      return { waited: true };
    });
    expect(await sendMessage('pause', { ms: 3 })).toEqual({ waited: true });
    expect(await sendMessage('pause', { ms: 4 }, 17)).toEqual({ waited: true });
    expect(heard).toEqual([
      { data: { ms: 3 }, sender },
      { data: { ms: 4 }, sender },
    ]);
    stop();
    expect(listeners.size).toBe(0);
  });

  it('throws what the handler threw, by its words', async () => {
    const stop = onMessage('pause', () => {
      throw new Error('tired');
    });
    await expect(sendMessage('pause', { ms: 3 })).rejects.toThrow('tired');
    stop();
  });

  it('throws where nobody answers, and leaves to other scripts what is not for this one', async () => {
    await expect(sendMessage('pause', { ms: 3 })).rejects.toThrow('no answer to pause');
    const stop = onMessage('wipe', () => ({ wiped: true }));
    await expect(sendMessage('pause', { ms: 3 })).rejects.toThrow('no answer to pause');
    const foreign: Listener = (_message, _sender, respond) => (respond({ res: { waited: true } }), true);
    listeners.add(foreign);
    expect(await sendMessage('pause', { ms: 3 })).toEqual({ waited: true });
    for (const odd of [null, 'text', 7, {}, { type: 5 }]) expect(await deliver(odd)).toBeDefined();
    stop();
  });

  it('has one handler for each name', () => {
    const stop = onMessage('wipe', () => ({ wiped: true }));
    expect(() => onMessage('wipe', () => ({ wiped: true }))).toThrow('two handlers for wipe');
    stop();
  });
});
