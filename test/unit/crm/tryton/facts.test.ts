import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../lib/crm/tryton/facts';

describe('the odds that a Tryton shows', () => {
  it.each([
    ['10.00', '10.00', 0.1],
    ['100', '100', 1],
    ['', '', null],
  ])('%j are read', (text, value, crmProbability) => {
    expect(valuesOf({ probability: { text, value } }, 'OPP-1')).toEqual({
      values: { crmProbability },
      problems: [],
    });
  });

  it.each([
    ['many', undefined],
    ['140.00', '140.00'],
    ['-1', '-1'],
  ])('%j are reported, and the rest of the row is read', (text, value) => {
    expect(valuesOf({ number: 'OPP-1', probability: { text, value } }, 'OPP-1')).toEqual({
      values: { number: 'OPP-1' },
      problems: [{ code: 'value-unreadable', row: 'OPP-1', field: 'crmProbability', text }],
    });
  });
});
