import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFrames, type Frames } from '../../../../components/overlay/frames';

/** How long the page's own scripts, styles and layout take in a frame, in milliseconds. */
let pageMs = 0;
let now = 0;
let asked: FrameRequestCallback[] = [];
let laidOut: (() => void)[] = [];
let frames: Frames;
let off: AbortController;
const frame = vi.fn<(isCalm: boolean) => void>();

beforeEach(() => {
  [pageMs, now, asked, laidOut] = [0.1, 0, [], []];
  class Sizes {
    readonly tell: () => void;
    constructor(tell: () => void) {
      this.tell = tell;
    }
    observe() {
      laidOut.push(this.tell);
    }
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', Sizes);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => asked.push(run));
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation(() => void (asked = []));
  off = new AbortController();
  frames = createFrames({
    view: window,
    probe: document.createElement('i'),
    signal: off.signal,
    jobs: { frame, cover: () => {}, tick: () => {} },
  });
  laidOut = [];
});
afterEach(() => {
  off.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  frame.mockClear();
});

/** One frame of the browser: scripts, then layout, then who waits for it. */
function pass(): void {
  const due = asked;
  asked = [];
  for (const run of due) run(now);
  now += pageMs;
  const told = laidOut;
  laidOut = [];
  for (const tell of told) tell();
  now += 16;
}

describe('a frame of the markers', () => {
  it('comes once, when the page has been laid out', () => {
    frames.goOn();
    frames.goOn();
    expect(frame).not.toHaveBeenCalled();
    pass();
    pass();
    expect(frame.mock.calls).toEqual([[true]]);
  });

  it('gives way to a frame in which the page draws, where nothing has moved', () => {
    pageMs = 1;
    frames.goOn();
    pass();
    expect(frame).not.toHaveBeenCalled();
    pageMs = 0.1;
    pass();
    expect(frame.mock.calls).toEqual([[true]]);
  });

  it('does not wait for ever on a page that draws in every frame', () => {
    pageMs = 5;
    frames.goOn();
    for (let n = 0; n < 5; n += 1) pass();
    expect(frame).toHaveBeenCalledTimes(1);
  });

  it('comes in the page’s own frame where something has moved: markers would swim', () => {
    pageMs = 5;
    frames.request();
    pass();
    expect(frame.mock.calls).toEqual([[false]]);
  });

  it('comes after the page’s own where the page tells that it draws', () => {
    frames.goOn();
    expect(asked).toHaveLength(1);
    frames.drawn();
    pass();
    expect(frame.mock.calls).toEqual([[false]]);
  });
});
