import { describe, expect, it } from 'vitest';
import { stillShows, witnessOf } from '../../../../components/overlay/witness';

const row = (text: string): Element => Object.assign(document.createElement('p'), { textContent: text });
const read = {
  values: { name: 'Havsalt Hotels', number: 'D-17', account: null },
  at: '2026-05-19T07:12:00.000Z',
};

describe('the witness of a row', () => {
  it('is what the row shows of its deal', () => {
    expect(witnessOf(row('D-17 Havsalt Hotels'), read)).toEqual(['Havsalt Hotels', 'D-17']);
  });

  it('tells a row that was given to a namesake', () => {
    const anchor = row('D-17 Havsalt Hotels');
    const witness = witnessOf(anchor, read);
    anchor.textContent = 'D-18 Havsalt Hotels';
    expect(stillShows(anchor, witness)).toBe(false);
  });

  it('lets other words of the row change', () => {
    const anchor = row('D-17 Havsalt Hotels, 2 minutes ago');
    const witness = witnessOf(anchor, read);
    anchor.textContent = 'D-17 Havsalt Hotels, 3 minutes ago';
    expect(stillShows(anchor, witness)).toBe(true);
  });

  it('says nothing of a row that shows no word of its deal', () => {
    expect(stillShows(row('anything'), witnessOf(row(''), read))).toBe(true);
  });
});
