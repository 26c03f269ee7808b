import { describe, expect, it } from 'vitest';
import { newRow, type Row } from '../../../../components/overlay/row';
import { createTabStop } from '../../../../components/overlay/tab-stop';

function shownRow(id: string): Row & { stop: boolean; focused: number } {
  const anchor = document.createElement('tr');
  const reading = { anchor, key: id, read: { values: {}, at: '' } };
  const row = Object.assign(newRow(id, reading), { stop: false, focused: 0, shownAt: 1 });
  const host = document.createElement('i');
  const nothing = (): void => {};
  row.marker = {
    host,
    show: nothing,
    standBy: nothing,
    hide: nothing,
    settle: () => false,
    update: nothing,
    assign: nothing,
    park: nothing,
    destroy: nothing,
    setTabStop: (on) => (row.stop = on),
    focus: () => (row.focused += 1),
  };
  return row;
}

describe('the tab stop of the markers', () => {
  it('is one marker, from which arrow keys lead to the others', () => {
    const rows = [shownRow('a'), shownRow('b'), shownRow('c')] as const;
    const tabStop = createTabStop(() => rows);
    tabStop.keep();
    expect(rows.map((row) => row.stop)).toEqual([true, false, false]);
    tabStop.move(rows[0], 'next');
    expect(rows.map((row) => row.stop)).toEqual([false, true, false]);
    expect(rows[1].focused).toBe(1);
    tabStop.move(rows[1], 'last');
    tabStop.move(rows[2], 'next');
    expect(rows.map((row) => row.stop)).toEqual([false, false, true]);
  });

  it('goes to another marker when its own is scrolled out', () => {
    const rows = [shownRow('a'), shownRow('b')] as const;
    let shown: readonly Row[] = rows;
    const tabStop = createTabStop(() => shown);
    tabStop.keep();
    rows[0].shownAt = undefined;
    shown = [rows[1]];
    tabStop.keep();
    expect(rows[1].stop).toBe(true);
  });
});
