import { describe, expect, it } from 'vitest';
import type { GenericField } from '../../../../lib/crm/generic/fields';
import { readValues, type Cell } from '../../../../lib/crm/generic/read-values';

const context = { language: 'en', today: '2027-03-01', zone: 'UTC' };

function cell(field: GenericField, text: string): Cell {
  const lines = text === '' ? [] : [text];
  return { field, heading: field, shown: { lines, isEdited: false, isPicture: false, machineValues: [] } };
}

const month = { recurring: { decimal: '100.00', currency: 'EUR' }, recurringPeriod: 'month' };
const year = { recurring: { decimal: '1200.00', currency: 'EUR' }, recurringPeriod: 'year' };

it.each([
  ['both', '€100.00', '€1,200.00', month],
  ['a yearly amount that cannot be read', '€100.00', 'lots', month],
  ['an empty yearly amount', '€100.00', '–', month],
  ['an empty monthly amount', '', '€1,200.00', year],
  ['two empty ones', '', '–', { recurring: null }],
  ['two that cannot be read', 'some', 'lots', {}],
])(
  'keeps a recurring amount with the period of its own column: %s, in either order',
  (_, mrr, arr, expected) => {
    const [first, second] = [cell('mrr', mrr), cell('arr', arr)];
    expect(readValues([first, second], context).values).toEqual(expected);
    const turned = _ === 'both' ? year : expected;
    expect(readValues([second, first], context).values).toEqual(turned);
  },
);

it('reports each recurring amount that cannot be read, and marks only the one that is kept as rounded', () => {
  const read = readValues([cell('mrr', '€1.2k'), cell('arr', 'lots')], context);
  expect(read.problems).toEqual([{ code: 'amount-unreadable', field: 'recurring', text: 'lots' }]);
  expect(read.approximate).toEqual(['recurring']);
  expect(readValues([cell('mrr', '€100.00'), cell('arr', '€1.2k')], context).approximate).toEqual([]);
});

describe('a value that cannot be read', () => {
  it.each<[GenericField, string]>([
    ['crmProbability', '1'],
    ['crmProbability', 'quite likely'],
    ['crmProbability', '140 %'],
    ['meetingHeld', 'maybe'],
    ['hotPass', 'maybe'],
    ['owner', 'x'.repeat(300)],
  ])('of %s (%j) is left out and named', (field, text) => {
    expect(readValues([cell(field, text)], context)).toEqual({
      values: {},
      approximate: [],
      problems: [{ code: 'value-unreadable', field, text: text.slice(0, 80) }],
    });
  });

  it('is none where it says that there is nothing', () => {
    for (const field of ['crmProbability', 'meetingHeld', 'hotPass', 'owner'] as const)
      expect(readValues([cell(field, '–')], context)).toEqual({
        values: { [field]: null },
        approximate: [],
        problems: [],
      });
  });
});
