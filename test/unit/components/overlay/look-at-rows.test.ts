import { afterEach, describe, expect, it } from 'vitest';
import type { Box } from '../../../../components/overlay/box';
import { lookAtRows } from '../../../../components/overlay/look-at-rows';
import { doubtSpot, newRow, type Row } from '../../../../components/overlay/row';

const window: Box = { left: 0, top: 0, right: 1000, bottom: 600 };

/** A row of the page 30 px high that stands at `top` until it is moved. */
function rowAt(top: number): { readonly row: Row; readonly moveTo: (top: number) => void } {
  const anchor = document.createElement('tr');
  let at = top;
  anchor.getBoundingClientRect = () => new DOMRect(0, at, 1000, 30);
  document.body.append(anchor);
  const row = newRow('deal', {
    anchor,
    read: { at: '2026-11-01T10:00:00Z', values: {} },
  });
  return { row, moveTo: (next) => (at = next) };
}

function look(rows: readonly Row[], until: number) {
  return lookAtRows(rows, {
    layer: document.createElement('stafet-layer'),
    clips: { of: () => window, nextFrame() {}, forget() {} },
    covers: { isOver: () => false, doubt() {}, sample() {}, nextFrame() {}, hasMore: () => false },
    widthOf: () => 58,
    until,
  });
}

describe('lookAtRows', () => {
  afterEach(() => document.body.replaceChildren());

  it('moves a marker with its row though there is no time to measure the row anew', () => {
    const [first, second] = [rowAt(100), rowAt(130)];
    const rows = [first.row, second.row];
    const before = look(rows, Infinity);
    expect(before.shown).toHaveLength(2);
    for (const row of rows) doubtSpot(row);
    first.moveTo(40);
    second.moveTo(70);

    const { shown, isCut } = look(rows, -Infinity);
    expect(shown.map(({ place }) => place.top)).toEqual(before.shown.map(({ place }) => place.top - 60));
    expect(isCut, 'the rest is measured in the next frame').toBe(true);
  });

  it('measures one row a frame without any time, so that all are measured in the end', () => {
    const rows = [rowAt(100).row, rowAt(130).row, rowAt(160).row];
    const counts = rows.map(() => look(rows, -Infinity).shown.length);
    expect(counts).toEqual([1, 2, 3]);
    expect(look(rows, -Infinity).isCut).toBe(false);
  });
});
