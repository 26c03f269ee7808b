import { describe, expect, it } from 'vitest';
import type { GenericField } from '../../../../lib/crm/generic/fields';
import { readValues } from '../../../../lib/crm/generic/read-values';

const context = { language: 'en', today: '2026-05-19', zone: 'UTC' };

const read = (field: GenericField, text: string, heading = field as string) =>
  readValues(
    [{ field, heading, shown: { lines: [text], isEdited: false, isPicture: false, machineValues: [] } }],
    context,
  );

describe('a value that cannot be read', () => {
  it.each<[GenericField, string]>([
    ['crmProbability', '1'],
    ['crmProbability', 'quite likely'],
    ['crmProbability', '140 %'],
    ['meetingHeld', 'maybe'],
    ['owner', 'x'.repeat(300)],
  ])('of %s (%j) is left out and named', (field, text) => {
    expect(read(field, text)).toEqual({
      values: {},
      approximate: [],
      problems: [{ code: 'value-unreadable', field, text: text.slice(0, 80) }],
    });
  });

  it('is none where it says that there is nothing', () => {
    for (const field of ['crmProbability', 'meetingHeld', 'owner'] as const)
      expect(read(field, '–')).toEqual({ values: { [field]: null }, approximate: [], problems: [] });
  });
});
