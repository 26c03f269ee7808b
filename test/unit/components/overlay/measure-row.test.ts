import { afterEach, describe, expect, it, vi } from 'vitest';
import { measureRow } from '../../../../components/overlay/measure-row';

describe('measureRow', () => {
  afterEach(() => document.body.replaceChildren());

  it('makes no range for each row: the page pays for every one at whatever it changes', () => {
    const made = vi.spyOn(document, 'createRange');
    for (const name of ['Roof', 'Wall', 'Door']) {
      const row = document.createElement('tr');
      row.insertCell().textContent = name;
      document.body.append(row);
      measureRow(row, name, 'all');
    }
    expect(made.mock.calls.length).toBeLessThanOrEqual(1);
    made.mockRestore();
  });

  it('leaves its range on no row', () => {
    const selected = vi.spyOn(Range.prototype, 'selectNodeContents');
    const row = document.createElement('tr');
    row.insertCell().textContent = 'Roof';
    document.body.append(row);
    measureRow(row, 'Roof', 'name');
    expect(selected.mock.calls.length).toBe(2);
    expect(selected.mock.lastCall).toEqual([document]);
    selected.mockRestore();
  });
});
