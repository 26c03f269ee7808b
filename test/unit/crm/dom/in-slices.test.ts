import { describe, expect, it, vi } from 'vitest';
import { atOnce, inSlices, type Steps } from '../../../../lib/crm/dom/in-slices';

type Idle = (deadline: { timeRemaining: () => number }) => void;

/** A window whose idle times the test gives. */
function aView({ hidden = false } = {}) {
  const idle: Idle[] = [];
  const view = {
    document: { hidden },
    requestIdleCallback: (run: Idle) => idle.push(run),
    cancelIdleCallback: () => {},
  } as unknown as Window;
  const giveIdle = (ms: number) => idle.shift()?.({ timeRemaining: () => ms });
  return { view, idle, giveIdle };
}

/** Work of so many steps, each of which takes so long. */
function aWork(steps: number, ms: number) {
  const seen = { steps: 0, isEnded: false };
  function* work(): Steps<void> {
    try {
      for (let n = 0; n < steps; n += 1) {
        yield;
        const until = performance.now() + ms;
        while (performance.now() < until);
        seen.steps += 1;
      }
    } finally {
      seen.isEnded = true;
    }
  }
  return { seen, work: work() };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('work in slices', () => {
  it('begins at an idle time, and rests at the first chance after its slice', () => {
    const { view, giveIdle, idle } = aView();
    const { seen, work } = aWork(100, 1);
    inSlices(work, { view, isWanted: () => true });
    expect(seen.steps).toBe(0);
    giveIdle(1);
    expect(seen.steps).toBeGreaterThanOrEqual(1);
    expect(seen.steps).toBeLessThanOrEqual(8);
    expect(idle, 'it has asked for the next idle time').toHaveLength(1);
  });

  it('goes on within one idle time, in tasks of their own, as long as there is enough left of it', async () => {
    const { view, giveIdle } = aView();
    const { seen, work } = aWork(20, 1);
    inSlices(work, { view, isWanted: () => true });
    giveIdle(40);
    const first = seen.steps;
    expect(first).toBeLessThan(20);
    await vi.waitFor(() => expect(seen.isEnded).toBe(true));
    expect(seen.steps).toBe(20);
  });

  it('comes to its end in a tab that nobody sees, where no idle time comes', async () => {
    const { view, idle } = aView({ hidden: true });
    const { seen, work } = aWork(30, 1);
    inSlices(work, { view, isWanted: () => true });
    await vi.waitFor(() => expect(seen.steps).toBe(30));
    expect(idle).toEqual([]);
  });

  it('ends where it rests once nobody wants it, and tidies up', async () => {
    const { view, giveIdle } = aView();
    const { seen, work } = aWork(1000, 1);
    let isWanted = true;
    inSlices(work, { view, isWanted: () => isWanted });
    giveIdle(40);
    isWanted = false;
    await vi.waitFor(() => expect(seen.isEnded).toBe(true));
    const { steps } = seen;
    await wait(20);
    expect([seen.steps, steps < 1000]).toEqual([steps, true]);
  });

  it('does without rests for whoever cannot wait', () => {
    const { seen, work } = aWork(5, 0);
    atOnce(work);
    expect(seen).toEqual({ steps: 5, isEnded: true });
  });
});
