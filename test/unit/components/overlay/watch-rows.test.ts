import { afterEach, describe, expect, it, vi } from 'vitest';
import { newRow, type Row } from '../../../../components/overlay/row';
import { createRowWatch } from '../../../../components/overlay/watch-rows';

/** What is watched, and a way to tell what of it is in sight. */
function fakeSight() {
  const watched = new Set<Element>();
  let tell: (entries: readonly { target: Element; isIntersecting: boolean }[]) => void = () => {};
  class FakeObserver {
    constructor(callback: typeof tell) {
      tell = callback;
    }
    observe(target: Element) {
      watched.add(target);
    }
    unobserve(target: Element) {
      watched.delete(target);
    }
    disconnect() {
      watched.clear();
    }
  }
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  const see = (isIntersecting: (target: Element) => boolean): void =>
    tell([...watched].map((target) => ({ target, isIntersecting: isIntersecting(target) })));
  return { watched, see };
}

function rowsOf(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, n) =>
    newRow(`${n}`, {
      anchor: document.createElement('tr'),
      read: { at: '2026-11-01T10:00:00Z', values: {} },
    }),
  );
}

describe('createRowWatch', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds every row in the window of a long list, whose rows are not all watched, however high they are', () => {
    const { watched, see } = fakeSight();
    const near = new Set<Row>();
    const watch = createRowWatch(new AbortController().signal, (row, isNear) =>
      isNear ? near.add(row) : near.delete(row),
    );
    const rows = rowsOf(2000);
    watch.set(rows);
    expect(watched.size).toBeGreaterThan(100);
    expect(watched.size).toBeLessThanOrEqual(252);
    for (const height of [26, 40, 64])
      for (const scrolled of [0, 333, 12_345, 30_001]) {
        const topOf = new Map(rows.map(({ anchor }, n) => [anchor, n * height - scrolled]));
        const isIn = (anchor: Element): boolean => {
          const top = topOf.get(anchor) ?? Number.NaN;
          return top < 800 && top + height > 0;
        };
        see((anchor) => {
          const top = topOf.get(anchor) ?? Number.NaN;
          return top < 1000 && top + height > -200;
        });
        const missed = rows.filter((row) => isIn(row.anchor) && !near.has(row));
        expect(missed, `${height} px high, scrolled by ${scrolled}`).toEqual([]);
        expect(near.size).toBeLessThan(150);
      }
  });

  it('tells of rows that join a list whose ends are known, and forgets those that have gone', () => {
    const { watched, see } = fakeSight();
    const near = new Set<Row>();
    const watch = createRowWatch(new AbortController().signal, (row, isNear) =>
      isNear ? near.add(row) : near.delete(row),
    );
    const rows = rowsOf(90);
    watch.set(rows);
    see(() => true);
    expect(near.size).toBe(90);
    watch.set(rows.slice(10));
    expect(watched.size).toBe(80);
  });

  it('watches no row of a short list, which is near as a whole', () => {
    const { watched, see } = fakeSight();
    const near = new Set<Row>();
    const watch = createRowWatch(new AbortController().signal, (row, isNear) =>
      isNear ? near.add(row) : near.delete(row),
    );
    const rows = rowsOf(65);
    watch.set(rows);
    expect(watched.size).toBe(65);
    expect(near.size, 'the browser has not told yet').toBe(0);
    watch.set(rows.slice(1));
    expect(watched.size).toBe(0);
    expect(near.size).toBe(64);
    watch.set(rows);
    see((target) => target === rows[0]?.anchor);
    expect(near.size, 'from then on the browser tells').toBe(1);
  });
});
