import { describe, expect, it } from 'vitest';
import { stillShows, witnessOf } from '../../../../components/overlay/witness';

const row = (text: string): Element => Object.assign(document.createElement('p'), { textContent: text });
const read = {
  values: { name: 'Havsalt Hotels', number: 'D-17', account: null },
  at: '2026-05-19T07:12:00.000Z',
};

describe('the witness of a row', () => {
  it('is what the row showed of its deal', () => {
    expect(witnessOf({ text: 'D-17 Havsalt Hotels', read })).toEqual([' Havsalt Hotels', 'D-17 ']);
  });

  it('tells a row that was given to a namesake, before anybody had looked at it', () => {
    const witness = witnessOf({ text: 'D-17 Havsalt Hotels', read });
    expect(stillShows(row('D-18 Havsalt Hotels'), witness)).toBe(false);
    expect(stillShows(row('D-179 Havsalt Hotels'), witness)).toBe(false);
    expect(stillShows(row('D-17 Havsalt Hotels'), witness)).toBe(true);
  });

  it('lets other words of the row change', () => {
    const witness = witnessOf({ text: 'D-17 Havsalt Hotels, 2 minutes ago', read });
    expect(stillShows(row('D-17 Havsalt Hotels, 3 minutes ago'), witness)).toBe(true);
  });

  it('is all that the row showed where no word of the deal is among it', () => {
    const witness = witnessOf({ text: 'H. Hotels', read });
    expect(stillShows(row('H. Hotels'), witness)).toBe(true);
    expect(stillShows(row('B. Hotels'), witness)).toBe(false);
  });

  it('says nothing of a record, whose text is not read as one', () => {
    expect(stillShows(row('anything'), witnessOf({ read }))).toBe(true);
  });
});
