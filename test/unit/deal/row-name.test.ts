import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowName } from '../../../lib/deal/row-name';

describe('rowName', () => {
  it.each([
    [{ id: '4', values: { number: 'D-17', name: 'Nordlys' } }, 'D-17'],
    [{ id: '4', values: { number: ' ', name: 'Nordlys' } }, 'Nordlys'],
    [{ id: '4', values: { number: 17, name: null } }, '4'],
    [{ id: '4', name: 'Ida' }, 'Ida'],
    [{ values: { number: 17 } }, 'row 7'],
    [undefined, 'row 7'],
  ])('%o is %s', (row, name) => {
    expect(rowName(row, 6)).toBe(name);
  });

  it('has a name of 1 to 200 characters for anything at all', () => {
    fc.assert(
      fc.property(fc.anything(), (row) => {
        const { length } = rowName(row, 0);
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
