import '../browser-in-english';
import { describe, expect, it } from 'vitest';
import { pageScope } from '../../../../components/overlay/page-scope';
import { sumText } from '../../../../components/overlay/sum-text';
import type { ReaderState } from '../../../../lib/crm/reader-channel';

const sum = { minor: 41_230_000, currency: 'EUR', n: 5, apart: [], withoutAmount: 0, approximate: 0 };

describe('sumText', () => {
  it('is short', () => {
    expect(sumText(sum, 'en')).toBe('€412K');
  });

  it('names the deals that stand apart and never adds them', () => {
    expect(sumText({ ...sum, apart: [{ unit: 'SEK', minor: 900, n: 2 }] }, 'en')).toBe('€412K + 2 apart');
  });

  it('is a dash, not zero, where every deal stands apart or lacks its amount', () => {
    expect(sumText({ ...sum, minor: 0, n: 0, withoutAmount: 3 }, 'en')).toBe('–');
  });

  it('is zero where there is nothing to add', () => {
    expect(sumText({ ...sum, minor: 0, n: 0 }, 'en')).toBe('€0');
  });
});

describe('pageScope', () => {
  const state = {
    rendered: 20,
    statedTotal: 28,
    view: { kind: 'list', name: 'deals', scope: 'Leads' },
  } as ReaderState;

  it('says how many of how many, and of what', () => {
    expect(pageScope(state, 'en')).toBe('20 of 28 in Leads');
  });

  it('says that the total is unknown where the page states none', () => {
    expect(pageScope({ ...state, statedTotal: undefined }, 'en')).toBe('20 in Leads, total unknown');
  });
});
