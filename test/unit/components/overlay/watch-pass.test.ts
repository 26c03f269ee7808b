import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PassReply, watchPass } from '../../../../components/overlay/watch-pass';
import { handoffRow } from '../../store/handoff-row';

const stale = { row: handoffRow, isStale: true };
const fresh = { row: handoffRow, isStale: false };
let off: AbortController;

function watching(replies: readonly (PassReply | undefined)[]) {
  let nth = 0;
  const asked = vi.fn<() => Promise<PassReply>>(async () => replies[Math.min(nth++, replies.length - 1)]!);
  const shown = vi.fn<(pass: unknown) => void>();
  const look = watchPass({ view: window, ask: asked, show: shown, signal: off.signal });
  return { asked, shown, look };
}

const comeBack = async () => {
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
};

describe('watchPass', () => {
  beforeEach(() => {
    off = new AbortController();
    vi.useFakeTimers();
  });
  afterEach(() => {
    off.abort();
    vi.useRealTimers();
  });

  it('asks again for a pass that is older than its deal, until it is not', async () => {
    const { asked, shown, look } = watching([stale, stale, fresh]);
    await look();
    expect(shown).toHaveBeenLastCalledWith(stale);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(shown).toHaveBeenLastCalledWith(fresh);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('gives up after a minute, and begins again when the deal is written or the user comes back', async () => {
    const { asked, look } = watching([stale]);
    await look();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toHaveBeenCalledTimes(6);
    await look();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveBeenCalledTimes(8);
    await comeBack();
    expect(asked).toHaveBeenCalledTimes(9);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toHaveBeenCalledTimes(14);
  });

  it('asks once more where the user comes back, as a verdict may have been given', async () => {
    const { asked, shown, look } = watching([{ none: true }, fresh]);
    await look();
    expect(shown).toHaveBeenLastCalledWith(undefined);
    await comeBack();
    expect(shown).toHaveBeenLastCalledWith(fresh);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('shows no answer to an earlier question, and none at all once the overlay is gone', async () => {
    let answer: (reply: PassReply) => void = () => {};
    const first = new Promise<PassReply>((resolve) => (answer = resolve));
    const replies = [first, Promise.resolve<PassReply>(fresh), Promise.resolve<PassReply>(stale)];
    const shown = vi.fn<(pass: unknown) => void>();
    const look = watchPass({ view: window, ask: () => replies.shift(), show: shown, signal: off.signal });
    const early = look();
    await look();
    answer(stale);
    await early;
    expect(shown.mock.calls).toEqual([[fresh]]);
    off.abort();
    await look();
    await comeBack();
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it('takes a silent worker for no pass, and asks nothing where the page is about no deal', async () => {
    const shown = vi.fn<(pass: unknown) => void>();
    const replies = [Promise.reject(new Error('gone')), undefined];
    const look = watchPass({ view: window, ask: () => replies.shift(), show: shown, signal: off.signal });
    await look();
    await look();
    expect(shown.mock.calls).toEqual([[undefined]]);
  });
});
