import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isOrphan, whenOrphaned } from '../../../lib/messages/orphan';

const runtime = vi.hoisted(() => ({ id: 'stafet' as string | undefined }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

let ended: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  runtime.id = 'stafet';
  ended = new AbortController();
});
afterEach(() => {
  ended.abort();
  vi.useRealTimers();
});

it('notices within a second that the extension is gone, and looks no more once it has ended', () => {
  const act = vi.fn(() => ended.abort());
  whenOrphaned(new EventTarget() as Document, act, ended.signal);
  vi.advanceTimersByTime(5000);
  expect(isOrphan()).toBe(false);
  expect(act).not.toHaveBeenCalled();
  runtime.id = undefined;
  vi.advanceTimersByTime(300);
  expect(isOrphan()).toBe(true);
  expect(act).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('notices it at once when a hidden tab comes to the front, whose timers are slow', () => {
  const act = vi.fn(() => ended.abort());
  const document = new EventTarget() as Document;
  whenOrphaned(document, act, ended.signal);
  runtime.id = undefined;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(act).toHaveBeenCalledTimes(1);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(act).toHaveBeenCalledTimes(1);
});
