import '../browser-in-english';
import { expect, it } from 'vitest';
import { problemText } from '../../../../components/overlay/problem-text';

it('says of one value that it was not understood, and which, not of its row', () => {
  expect(problemText({ code: 'value-unreadable', row: 'A', field: 'crmProbability', text: '80' })).toBe(
    'Value not understood (Odds in the CRM): “80”',
  );
  expect(problemText({ code: 'row-unreadable', row: 'A' })).toBe('Row not understood');
});
